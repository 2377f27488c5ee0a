/** Whether single letters, digits and signs are keys of the board (WCAG 2.1.4). A person's choice, kept on their device. */
const STORED = "palabre.letterKeys";
const listeners = new Set<() => void>();

const readChoice = (): boolean => {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    // storage is forbidden, or there is none: the usual holds
    return true;
  }
};
let isOn: boolean | undefined;
export const areLetterKeysOn = (): boolean => (isOn ??= readChoice());

export function setLetterKeys(on: boolean): void {
  isOn = on;
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, "off");
  } catch {
    // the choice holds for this visit
  }
  for (const listener of listeners) listener();
}

export function subscribeToLetterKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

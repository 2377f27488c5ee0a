/** `system` follows the device. The choice is kept on the device under the key that `public/theme.js` reads before the first paint. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const STORED = "palabre.theme";
const listeners = new Set<() => void>();
let system: MediaQueryList | undefined;
/** one for the life of the page: what draws itself with each step of a hand asks for the theme each time */
const systemIsDark = (): MediaQueryList => (system ??= matchMedia("(prefers-color-scheme: dark)"));

export const getTheme = (): Theme => {
  const set = document.documentElement.dataset["theme"];
  return set === "light" || set === "dark" ? set : "system";
};

/** What is seen now, whoever decided it. */
export const getShownTheme = (): "light" | "dark" => {
  const theme = getTheme();
  if (theme !== "system") return theme;
  return systemIsDark().matches ? "dark" : "light";
};

/** Changes the whole page at once. A choice that is what the system shows anyway is kept as a choice. */
export const setTheme = (theme: Theme): void => {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, theme);
  } catch {
    // storage is forbidden or full: the choice holds for this visit
  }
  for (const listener of listeners) listener();
};

/** Tells when the theme that is shown may have changed, by choice or with the system. */
export const subscribeToTheme = (listener: () => void): (() => void) => {
  listeners.add(listener);
  systemIsDark().addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    systemIsDark().removeEventListener("change", listener);
  };
};

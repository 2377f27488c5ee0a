/**
 * One way to press an action: a chord of modifiers and either a sign or a place.
 *
 * Letters and signs are compared by what they print (`event.key`), digits by where they stand (`event.code`): on a French
 * keyboard the digits need Shift, and letters stand elsewhere than on a German or an American one.
 */
export interface Key {
  /** what is printed, or the key's name: "n", "+", "Delete", "ArrowUp" */
  readonly key?: string;
  /** a digit: on the row above the letters, or on the number pad */
  readonly digit?: number;
  /** Ctrl, or Cmd on a Mac */
  readonly ctrl?: boolean;
  /** not asked about for signs: whether "+" needs Shift is the keyboard's business */
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** The part of a `KeyboardEvent` that is looked at. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

export function matchesKey(press: KeyPress, wanted: Key): boolean {
  if ((press.ctrlKey || press.metaKey) !== (wanted.ctrl ?? false)) return false;
  if (press.altKey !== (wanted.alt ?? false)) return false;
  if (!isSign(wanted) && press.shiftKey !== (wanted.shift ?? false)) return false;
  if (wanted.digit !== undefined)
    return press.code === `Digit${wanted.digit}` || press.code === `Numpad${wanted.digit}`;
  if (wanted.key === undefined) return false;
  return (
    fold(press.key) === fold(wanted.key) || (!isLatin(press, wanted) && press.code === `Key${wanted.key.toUpperCase()}`)
  );
}

/**
 * Whether what a key printed says which letter is meant. A Cyrillic or a Greek keyboard prints none of ours, and Alt on a Mac prints signs
 * (∂ for D): there the place of the key tells.
 */
const isLatin = ({ key }: KeyPress, { alt }: Key): boolean =>
  alt === true ? /^[a-z]$/i.test(key) : key.length !== 1 || !/\p{L}/u.test(key) || /\p{Script=Latin}/u.test(key);

/** A key that types something, alone: who speaks to the machine, or whose hand rests on the keys, may not want it to act. */
export const isLetterKey = ({ key, digit, ctrl, alt }: Key): boolean =>
  ctrl !== true && alt !== true && (digit !== undefined || (key?.length === 1 && key !== " "));

/** One printed character that is no letter. */
const isSign = ({ key }: Key): boolean =>
  key !== undefined && key.length === 1 && key.toLowerCase() === key.toUpperCase();
/** Caps lock changes nothing, and a true minus is a minus. */
const fold = (key: string): string => (key.length > 1 ? key : key.toLowerCase().replace("\u2212", "-"));

/** Words of a keyboard in the reader's language. */
export interface KeyWords {
  readonly ctrl: string;
  readonly shift: string;
  readonly alt: string;
  /** "Delete" → "Suppr" */
  readonly named: Readonly<Record<string, string | undefined>>;
}

/** A chord as it is printed on the keys: "Ctrl+Maj+Z". */
export function writeKey({ key, digit, ctrl, shift, alt }: Key, words: KeyWords): string {
  const name =
    digit === undefined ? (words.named[key ?? ""] ?? (key ?? "").toUpperCase().replace("-", "\u2212")) : String(digit);
  return [ctrl && words.ctrl, alt && words.alt, shift && words.shift, name].filter(Boolean).join("+");
}

/** Fields, menus and dialogs keep their keys to themselves. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"], [role="combobox"]';

export const keepsItsKeys = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(OWN_KEYS) !== null;

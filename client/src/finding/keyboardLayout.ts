import type { Key } from "../ui/index.ts";

/** The three that most of Europe and America type on. */
export const LAYOUTS = ["qwerty", "azerty", "qwertz"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The signs that a layout prints with Shift and with AltGr; a person who looks for a chord has to know. */
const WITH: Readonly<Record<Layout, { readonly shift: string; readonly altGr: string }>> = {
  // + is named by its sign alone, as every program does there: its key answers without Shift, too
  qwerty: { shift: '?:"<>_(){}|~!@#$%^&*', altGr: "" },
  azerty: { shift: "?./+%°0123456789", altGr: "[]{}|@#\\~" },
  qwertz: { shift: "?/=:;_\"()!*'", altGr: "[]{}|@\\~" },
};

/** A chord with the modifiers that its sign takes on this keyboard: Ctrl+/ is Ctrl+Shift+/ on AZERTY. Letters and digits stay as they are. */
export function keyOn(layout: Layout, key: Key): Key & { readonly altGr?: true } {
  const sign = key.key;
  if (sign?.length !== 1 || sign.toLowerCase() !== sign.toUpperCase()) return key;
  if (WITH[layout].shift.includes(sign)) return { ...key, shift: true };
  return WITH[layout].altGr.includes(sign) ? { ...key, altGr: true } : key;
}

/** What a browser tells of the keys; Chromium alone does. */
interface Keyboard {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}
const keyboardOf = (navigator: object): Keyboard | undefined =>
  // not in TypeScript's DOM: few browsers have it
  "keyboard" in navigator ? (navigator.keyboard as Keyboard) : undefined;

/** The layout of the keyboard as the browser tells it, else the usual one of the person's country. */
export async function readLayout(
  navigator: Pick<Navigator, "language"> & { readonly keyboard?: unknown },
): Promise<Layout> {
  const map = await keyboardOf(navigator)
    ?.getLayoutMap()
    .catch(() => undefined);
  if (map?.get("KeyQ") === "a") return "azerty";
  if (map?.get("KeyY") === "z") return "qwertz";
  if (map?.get("KeyQ") === "q") return "qwerty";
  const { language } = navigator;
  if (/^fr(-FR|-BE)?$/.test(language)) return "azerty";
  return /^(de|cs|sk|hu|hr|sl)\b|-CH$/.test(language) ? "qwertz" : "qwerty";
}

import { describe, expect, it } from "vitest";
import { matchesKey, writeKey, type Key, type KeyPress } from "./keyPress.ts";

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const shift = { shiftKey: true };
const ctrl = { ctrlKey: true };

describe("a key of the canvas", () => {
  it.each<[string, KeyPress, Key, boolean]>([
    ["a letter on US", press("a", "KeyA"), { key: "a" }, true],
    ["the same letter where AZERTY has it", press("a", "KeyQ"), { key: "a" }, true],
    ["what AZERTY prints on the place of A", press("q", "KeyA"), { key: "a" }, false],
    ["Z where QWERTZ has it", press("z", "KeyY", ctrl), { key: "z", ctrl: true }, true],
    ["a letter under caps lock", press("V", "KeyV"), { key: "v" }, true],
    ["a letter with Shift, not asked for", press("V", "KeyV", shift), { key: "v" }, false],
    ["Shift+1 on US", press("!", "Digit1", shift), { digit: 1, shift: true }, true],
    ["Shift+1 on AZERTY", press("1", "Digit1", shift), { digit: 1, shift: true }, true],
    ["2 on AZERTY, which prints é", press("é", "Digit2"), { digit: 2 }, true],
    ["3 on the number pad", press("3", "Numpad3"), { digit: 3 }, true],
    ["- on AZERTY, on the place of 6", press("-", "Digit6"), { key: "-" }, true],
    ["that is not the digit 1", press("-", "Digit6"), { digit: 1 }, false],
    ["+ on US, with Shift", press("+", "Equal", shift), { key: "+" }, true],
    ["+ on QWERTZ, without", press("+", "BracketRight"), { key: "+" }, true],
    ["+ on the number pad", press("+", "NumpadAdd"), { key: "+" }, true],
    ["a true minus", press("\u2212", "Minus"), { key: "-" }, true],
    ["Cmd for Ctrl", press("d", "KeyD", { metaKey: true }), { key: "d", ctrl: true }, true],
    [
      "AltGr, which is Ctrl and Alt",
      press("e", "KeyE", { ctrlKey: true, altKey: true }),
      { key: "e", ctrl: true },
      false,
    ],
    ["a letter where a Russian keyboard prints another", press("т", "KeyN"), { key: "n" }, true],
    ["Ctrl+Z there", press("я", "KeyZ", ctrl), { key: "z", ctrl: true }, true],
    ["é, which is a letter of its own", press("é", "KeyE"), { key: "e" }, false],
    ["Alt on a Mac, which prints ∂", press("∂", "KeyD", { altKey: true }), { key: "d", alt: true }, true],
    ["Alt on AZERTY", press("a", "KeyQ", { altKey: true }), { key: "q", alt: true }, false],
    ["a dead key", press("Dead", "BracketLeft"), { key: "^" }, false],
    ["a letter with Ctrl, not asked for", press("n", "KeyN", ctrl), { key: "n" }, false],
  ])("%s", (_, event, wanted, matches) => {
    expect(matchesKey(event, wanted)).toBe(matches);
  });

  it("is written as it stands on the keyboard", () => {
    const words = { ctrl: "Ctrl", shift: "Maj", alt: "Alt", named: { Delete: "Suppr", ArrowUp: "↑" } };
    const written = [
      { key: "z", ctrl: true, shift: true },
      { digit: 1, shift: true },
      { key: "Delete" },
      { key: "-", ctrl: true },
    ];
    expect(written.map((key) => writeKey(key, words))).toEqual(["Ctrl+Maj+Z", "Maj+1", "Suppr", "Ctrl+\u2212"]);
  });
});

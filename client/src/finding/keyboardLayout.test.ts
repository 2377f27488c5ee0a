import { describe, expect, it } from "vitest";
import { keyOn, readLayout } from "./keyboardLayout.ts";

const keyboard = (keys: Record<string, string>) => ({
  getLayoutMap: () => Promise.resolve(new Map(Object.entries(keys))),
});

describe("the keyboard of the person", () => {
  it.each([
    ["azerty", { KeyQ: "a", KeyY: "y" }],
    ["qwertz", { KeyQ: "q", KeyY: "z" }],
    ["qwerty", { KeyQ: "q", KeyY: "y" }],
  ])("[B70] is %s where the browser tells so, whatever the language", async (layout, keys) => {
    expect(await readLayout({ language: "fr-FR", keyboard: keyboard(keys) })).toBe(layout);
  });

  it.each([
    ["fr-FR", "azerty"],
    ["fr", "azerty"],
    ["fr-CA", "qwerty"],
    ["fr-CH", "qwertz"],
    ["de-DE", "qwertz"],
    ["en-GB", "qwerty"],
  ])("[B70] is the usual one of %s where the browser tells nothing", async (language, layout) => {
    expect(await readLayout({ language })).toBe(layout);
    expect(await readLayout({ language, keyboard: { getLayoutMap: () => Promise.reject(new Error("no")) } })).toBe(
      layout,
    );
  });

  it("[B70] a sign is written with the Shift or AltGr that it takes there", () => {
    const slash = { key: "/", ctrl: true };
    expect(keyOn("qwerty", slash)).toEqual(slash);
    expect(keyOn("azerty", slash)).toEqual({ ...slash, shift: true });
    expect(keyOn("qwertz", slash)).toEqual({ ...slash, shift: true });
    expect(keyOn("azerty", { key: "]", ctrl: true })).toEqual({ key: "]", ctrl: true, altGr: true });
    expect(keyOn("azerty", { key: "a" })).toEqual({ key: "a" });
    expect(keyOn("azerty", { digit: 1, shift: true })).toEqual({ digit: 1, shift: true });
    expect(keyOn("azerty", { key: "Delete" })).toEqual({ key: "Delete" });
  });
});

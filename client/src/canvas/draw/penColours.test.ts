import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inkOf, PEN_COLOURS } from "./penColours.ts";

const TOKENS = readFileSync(new URL("../../ui/tokens.css", import.meta.url), "utf8");
const themes = {
  light: TOKENS.slice(0, TOKENS.indexOf('[data-theme="dark"]')),
  dark: TOKENS.slice(TOKENS.indexOf('[data-theme="dark"]')),
};

/** Relative luminance and contrast, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe("the colours of the pen", () => {
  it.each(["light", "dark"] as const)(
    "[B87] are seen on the ground and on paper, and words in them are read, %s",
    (theme) => {
      const token = (name: string) =>
        new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(themes[theme])?.[1] ?? expect.fail(name);
      const nameOf = (css: string | undefined) => css?.slice("var(--".length, -1) ?? "ink";
      for (const colour of PEN_COLOURS)
        for (const under of ["ground", "sheet"]) {
          expect(contrast(token(nameOf(inkOf(colour))), token(under))).toBeGreaterThanOrEqual(3);
          expect(contrast(token(nameOf(inkOf(colour, "ink"))), token(under))).toBeGreaterThanOrEqual(4.5);
        }
    },
  );

  it("[B86] are names of the house: what is none is ink", () => {
    expect([undefined, "ink", "red", "#ff0000", "ground);x:y(", "factor"].map((each) => inkOf(each))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      "var(--factor-line)",
    ]);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrastOf, linearOf, themesIn } from "../../ui/tokenColours.ts";
import { inkOf, PEN_COLOURS } from "./penColours.ts";

const themes = themesIn(readFileSync(new URL("../../ui/tokens.css", import.meta.url), "utf8"));

describe("the colours of the pen", () => {
  it.each(["light", "dark"] as const)(
    "[B87] are seen on the ground and on paper, and words in them are read, %s",
    (theme) => {
      const token = (name: string) => linearOf(themes[theme].get(name) ?? expect.fail(name));
      const nameOf = (css: string | undefined) => css?.slice("var(--".length, -1) ?? "ink";
      for (const colour of PEN_COLOURS)
        for (const under of ["ground", "sheet"]) {
          expect(contrastOf(token(nameOf(inkOf(colour))), token(under))).toBeGreaterThanOrEqual(3);
          expect(contrastOf(token(nameOf(inkOf(colour, "ink"))), token(under))).toBeGreaterThanOrEqual(4.5);
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

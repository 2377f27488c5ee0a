import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readExpectation } from "./index.ts";

const quoted = (text: string, language: string) =>
  readExpectation(text, language).because.map(({ start, end, rule }) => [rule, text.slice(start, end)]);

describe("why a post is an expectation", () => {
  test("[L61] is said by its own words, in both languages, whatever signs and accents they carry", () => {
    expect(quoted("Bonjour ! Ce SERAIT très bien d’avoir un mode sombre…", "fr")).toContainEqual([
      "would-be-good",
      "SERAIT très bien",
    ]);
    expect(quoted("½ of it works. PLEASE, add a map!", "en")).toContainEqual(["please", "PLEASE, add"]);
  });

  test("[L61] is a place in the text, for any text", () => {
    const piece = fc.constantFrom(
      "please add it",
      "il faudrait plus de bus",
      "½",
      "ﬁ",
      "é",
      "🙂",
      ". ",
      "\uD83D",
      " ",
      "ß?",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom("fr", "en", ""), (pieces, language) => {
        const text = pieces.join(" ");
        for (const { start, end } of readExpectation(text, language).because) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe("any text", () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

  test("[L62] is read, half characters, signs and other scripts included, and twice the same", () => {
    fc.assert(
      fc.property(fc.string({ unit }), fc.constantFrom("fr", "en", "ja", ""), (text, language) => {
        const reading = readExpectation(text, language);
        expect(reading.probability).toBeGreaterThanOrEqual(0);
        expect(reading.probability).toBeLessThanOrEqual(1);
        expect(readExpectation(text, language)).toEqual(reading);
      }),
    );
  });

  test.each([
    "",
    " ",
    "🙂🙂",
    "\uDC00",
    "a".repeat(8_000),
    "ne ".repeat(4_000),
    "please ".repeat(2_000),
    "日本語のテキスト",
    "!".repeat(9_000),
  ])("[L62] even %#", (text) => {
    expect(readExpectation(text, "").probability).toBeLessThanOrEqual(1);
  });
});

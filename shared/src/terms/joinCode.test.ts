import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  JOIN_CODE_LENGTH,
  JOIN_LETTERS,
  joinCodeSchema,
  LONG_CODE_LENGTH,
  readJoinCode,
  showJoinCode,
  spellJoinCode,
} from "./joinCode.ts";

const letters = (length: number) =>
  fc
    .array(fc.constantFrom(...JOIN_LETTERS.split("")), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
const codes = fc.oneof(letters(JOIN_CODE_LENGTH), letters(LONG_CODE_LENGTH));
const between = fc.constantFrom("", " ", " ", "-", "–", ".", "\t");

describe("a code", () => {
  it("[A30] is read as people type it: in small letters, in groups, with what they put between them", () => {
    fc.assert(
      fc.property(codes, fc.array(between, { minLength: 16, maxLength: 16 }), fc.boolean(), (code, gaps, isSmall) => {
        const typed = code
          .split("")
          .map((letter, at) => `${gaps[at] ?? ""}${letter}`)
          .join("");
        expect(readJoinCode(isSmall ? typed.toLowerCase() : typed)).toBe(code);
      }),
    );
  });

  it("[A30] shown and spelled, it is read as the same one again", () => {
    fc.assert(
      fc.property(letters(JOIN_CODE_LENGTH), (text) => {
        const code = joinCodeSchema.parse(text);
        expect(readJoinCode(showJoinCode(code))).toBe(code);
        expect(spellJoinCode(code).replaceAll(", ", "")).toBe(code);
      }),
    );
  });

  it("[A30] what is none is not taken for one, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const read = readJoinCode(text);
        if (read !== undefined) expect(joinCodeSchema.safeParse(read).success).toBe(true);
      }),
    );
    const wrong = [
      "",
      "BCDFG",
      "BCDFGHJ",
      "BCDFGA",
      "BCDF0H",
      "BCDFGI",
      "B".repeat(15),
      "B".repeat(17),
      "B C".repeat(60),
    ];
    expect(wrong.map(readJoinCode)).toEqual(wrong.map(() => undefined));
  });

  it("[A30] has no vowel, no digit and no letter twice", () => {
    expect(JOIN_LETTERS).toMatch(/^[B-DF-HJ-NP-TV-Z]+$/);
    expect(new Set(JOIN_LETTERS).size).toBe(JOIN_LETTERS.length);
  });
});

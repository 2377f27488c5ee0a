import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sketchOf } from "./minHash.ts";
import { findNearCopies } from "./nearCopies.ts";

const CALL = "We would love to have the workshop open on Saturday mornings, please think about it";
const WISH = "Il faudrait un atelier de réparation de vélos dans le quartier, avec des outils à prêter";

describe("findNearCopies", () => {
  test("[L81] reposts with other names, addresses, case, accents and a changed word are one group", () => {
    const texts = [
      CALL,
      "Something else altogether, about trees and the people who plant them",
      `RT @someone: ${CALL.toUpperCase()} https://example.org/1`,
      WISH,
      CALL.replace("mornings", "afternoons"),
      WISH.replaceAll("é", "e"),
    ];
    expect(findNearCopies(texts)).toEqual([
      [0, 2, 4],
      [3, 5],
    ]);
  });

  test("[L81] a post quoted whole in a longer one is a copy", () => {
    expect(findNearCopies([CALL, `Could not agree more with this, and my neighbours too. ${CALL} ${WISH}`])).toEqual([
      [0, 1],
    ]);
  });

  test("[L81] short texts that many write are no copies, nor is what says the same in other words", () => {
    expect(findNearCopies(["Merci !", "merci", "👍", "👍", "", ""])).toEqual([]);
    expect(findNearCopies([CALL, "Please open the workshop on Saturdays too, that would be lovely to have"])).toEqual(
      [],
    );
  });

  test("[L81] the groups are the same whatever the order of the posts, and each post is in one at most", () => {
    const words = fc.array(fc.constantFrom("tree", "water", "bench", "school", "please", "more"), {
      minLength: 4,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.array(fc.string({ unit: "binary" })), (some, odd) => {
        const texts = [...some.map((parts) => parts.join(" ")), ...odd];
        const say = (all: readonly string[]): readonly string[] =>
          findNearCopies(all)
            .map((group) =>
              group
                .map((at) => all[at])
                .toSorted()
                .join("|"),
            )
            .toSorted();
        expect(say(texts.toReversed())).toEqual(say(texts));
        const members = findNearCopies(texts).flat();
        expect(new Set(members).size).toBe(members.length);
      }),
    );
  });

  test("[L81] sketches agree about as often as sets overlap", () => {
    const span = (from: number): number[] =>
      Array.from({ length: 200 }, (_, at) => Math.imul(at + from, 2_654_435_761) >>> 0);
    const [a, b] = [sketchOf(span(0)), sketchOf(span(50))];
    // 150 shared of 250: 0.6; 64 draws have a standard error of 0.06
    const agreeing = a.filter((value, at) => value === b[at]).length / 64;
    expect(Math.abs(agreeing - 0.6)).toBeLessThan(0.2);
    expect(sketchOf(span(0))).toEqual(a);
  });
});

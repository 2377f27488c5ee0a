import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween, type TextChange } from "./textDiff.ts";

const applied = (before: string, change: TextChange): string => {
  let at = 0;
  let after = "";
  for (const part of change) {
    if ("insert" in part) after += part.insert;
    else if ("remove" in part) at += part.remove;
    else {
      after += before.slice(at, at + part.keep);
      at += part.keep;
    }
  }
  return after + before.slice(at);
};
const cost = (change: TextChange): number =>
  change.reduce((sum, part) => sum + ("insert" in part ? part.insert.length : "remove" in part ? part.remove : 0), 0);

/** The length of what is removed and inserted at least, by the textbook table of common subsequences. */
function leastCost(before: string, after: string): number {
  const row: number[] = Array.from({ length: after.length + 1 }, () => 0);
  for (const letter of before) {
    let diagonal = 0;
    for (let at = 1; at <= after.length; at += 1) {
      const above = row[at] ?? 0;
      row[at] = letter === after[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0);
      diagonal = above;
    }
  }
  return before.length + after.length - 2 * (row[after.length] ?? 0);
}

describe("changeBetween", () => {
  it("[H5] says what was removed and inserted, in order", () => {
    expect(changeBetween("Trust grows slowly", "Trust grows")).toEqual([{ keep: 11 }, { remove: 7 }]);
    expect(changeBetween("", "a")).toEqual([{ insert: "a" }]);
    expect(changeBetween("same", "same")).toEqual([]);
    expect(changeBetween("one two", "One twos")).toEqual([
      { remove: 1 },
      { insert: "O" },
      { keep: 6 },
      { insert: "s" },
    ]);
  });

  it("[H5] is the smallest there is, and makes the one of the other", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 24 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after);
        expect(applied(before, change)).toBe(after);
        const least = leastCost(before, after);
        // what is put in the place of something else altogether may cost more letters
        expect(cost(change)).toBeGreaterThanOrEqual(least);
        if (change.length > 4) expect(cost(change)).toBe(least);
      }),
    );
  });

  it("[H5] never cuts a pair of surrogates", () => {
    const text = fc.string({ unit: fc.constantFrom("👏", "👍", "a"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after);
        expect(applied(before, change)).toBe(after);
        for (const part of change) if ("insert" in part) expect(part.insert).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it("[H5] replaces what has little in common, in one piece", () => {
    expect(changeBetween("(What they expect)", "(All other words)")).toEqual([
      { keep: 1 },
      { remove: 16 },
      { insert: "All other words" },
    ]);
  });

  it("[H5] replaces what differs everywhere, without looking for more", () => {
    const [before, after] = ["a".repeat(2_000), "b".repeat(2_000)];
    expect(changeBetween(`<${before}>`, `<${after}>`)).toEqual([{ keep: 1 }, { remove: 2_000 }, { insert: after }]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextDelta } from "../terms/index.ts";
import { traceLetters, withoutChanges } from "./letters.ts";

/** One act on a text, by somebody: what is removed at a place, and what is typed there. */
interface Act {
  readonly mine: boolean;
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}
const play = (start: string, acts: readonly Act[]) => {
  let text = start;
  const deltas = acts.map((act): TextDelta => {
    const at = act.at % (text.length + 1);
    const removed = text.slice(at, at + act.remove);
    text = text.slice(0, at) + act.insert + text.slice(at + removed.length);
    return [{ keep: at }, { insert: act.insert }, { remove: removed }];
  });
  return { text, deltas };
};
// who typed a letter can be seen by it: mine are small, others' are capitals, what was there are figures
const actBy = (mine: boolean) =>
  fc.record({
    mine: fc.constant(mine),
    at: fc.nat(30),
    remove: fc.nat(3),
    insert: fc.string({ unit: mine ? fc.constantFrom("a", "b") : fc.constantFrom("A", "B"), maxLength: 3 }),
  });
const start = fc.string({ unit: fc.constantFrom("1", "2", "3"), maxLength: 8 });
const undone = (text: string, deltas: readonly TextDelta[], acts: readonly Act[]) => {
  const runs = traceLetters(text, deltas);
  if (!runs) throw new Error("the changes should be those of the text");
  const { change, kept } = withoutChanges(runs, (place) => acts[place]?.mine === true);
  let at = 0;
  let after = "";
  for (const part of change) {
    if ("insert" in part) after += part.insert;
    else if ("remove" in part) at += part.remove;
    else after += text.slice(at, (at += part.keep));
  }
  return { text: after + text.slice(at), kept };
};

describe("letters", () => {
  it("[H5] finds who typed each letter, and where those that are gone stood", () => {
    const deltas: TextDelta[] = [
      [{ insert: "Fast" }],
      [{ keep: 4 }, { insert: "er" }],
      [{ keep: 2 }, { remove: "st" }],
    ];
    expect(traceLetters("Faer", deltas)).toEqual([
      { letters: "Fa", bornIn: 0, goneIn: undefined },
      { letters: "st", bornIn: 0, goneIn: 2 },
      { letters: "er", bornIn: 1, goneIn: undefined },
    ]);
  });

  it("[H5] knows when changes are not those of the text", () => {
    expect(traceLetters("abc", [[{ insert: "x" }]])).toBeUndefined();
    expect(traceLetters("abc", [[{ keep: 9 }]])).toBeUndefined();
  });

  it("[R79] walks on from where it was, so that typing costs little, and ends when its steps are used up", () => {
    const typed = Array.from({ length: 1_000 }, (_, at): TextDelta => [{ keep: at }, { insert: "x" }]);
    const steps = { left: 10_000 };
    expect(traceLetters("x".repeat(1_000), typed, steps)).toHaveLength(1_000);
    expect(steps.left).toBeGreaterThan(0);
    const replaced = Array.from({ length: 10 }, (): TextDelta => [{ insert: "new" }, { remove: "old" }]);
    expect(traceLetters("new", replaced.slice(-1), { left: 20 })).toHaveLength(2);
    expect(traceLetters("new", [[{ remove: "new" }, { insert: "old" }], ...replaced.slice(-1)], { left: 3 })).toBe(
      undefined,
    );
  });

  it("[H5] takes back all that one person did alone", () => {
    fc.assert(
      fc.property(start, fc.array(actBy(true), { maxLength: 12 }), (before, acts) => {
        const { text, deltas } = play(before, acts);
        expect(undone(text, deltas, acts)).toEqual({ text: before, kept: 0 });
      }),
    );
  });

  it("[H5] leaves every letter of others where it stands, and none of one's own", () => {
    fc.assert(
      fc.property(start, fc.array(fc.oneof(actBy(true), actBy(false)), { maxLength: 14 }), (before, acts) => {
        const { text, deltas } = play(before, acts);
        const after = undone(text, deltas, acts).text;
        expect(after).not.toMatch(/[ab]/);
        // all that is there now and not mine is there still, in this order
        const rest = text.replaceAll(/[ab]/g, "");
        let found = 0;
        for (const letter of after) if (letter === rest[found]) found += 1;
        expect(found).toBe(rest.length);
      }),
    );
  });

  it("[H5] puts removed letters back unless somebody has typed at that place since", () => {
    const mine = (at: number, remove: number): Act => ({ mine: true, at, remove, insert: "" });
    const theirs = (at: number, insert: string): Act => ({ mine: false, at, remove: 0, insert });
    // "one two", the second word is removed, and somebody writes another one, or far from there
    const elsewhere = [mine(4, 3), theirs(0, "Just ")];
    const there = [mine(4, 3), theirs(4, "three")];
    for (const [acts, expected] of [
      [elsewhere, { text: "Just one two", kept: 0 }],
      [there, { text: "one three", kept: 3 }],
    ] as const) {
      const { text, deltas } = play("one two", acts);
      expect(undone(text, deltas, acts)).toEqual(expected);
    }
  });
});

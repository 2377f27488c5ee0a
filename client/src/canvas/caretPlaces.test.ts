import { newPersonId } from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Other } from "../state/index.ts";
import { keepCarets, NO_CARETS, placesOf } from "./caretPlaces.ts";

const person = newPersonId();
/** who says where they stand in a text of this length */
const yann = (length: number, start: number, end = start): Other => ({
  client: 1,
  presence: { user: { person, name: "Yann", role: "participant", colour: 2 }, caret: [start, end, length] },
});
const at = (...steps: readonly (readonly [text: string, other: Other])[]) => {
  let kept = NO_CARETS;
  for (const [text, other] of steps) kept = keepCarets(kept, text, [other]);
  return placesOf(kept, [yann(0, 0)]).map(({ start, end }) => [start, end]);
};

describe("the carets of the others", () => {
  it("[B77] stand where each says, and never beyond the text", () => {
    expect(at(["Light", yann(5, 2, 4)])).toEqual([[2, 4]]);
    expect(at(["Light", yann(5, 4, 2)])).toEqual([[2, 4]]);
    expect(at(["Li", yann(9, 9)])).toEqual([[2, 2]]);
  });

  it("[B77] go along with what is written before them until their person has it, too", () => {
    expect(at(["Light", yann(5, 5)], ["More Light", yann(5, 5)])).toEqual([[10, 10]]);
    expect(at(["More Light", yann(10, 5)], ["More Light!", yann(10, 5)])).toEqual([[5, 5]]);
    expect(at(["More Light", yann(10, 10)], ["Light", yann(10, 10)])).toEqual([[5, 5]]);
    // they went on, and came back to the same number meanwhile
    expect(at(["Light", yann(5, 5)], ["More Light", yann(5, 5)], ["More Light", yann(10, 5)])).toEqual([[5, 5]]);
  });

  it("[B77] stay between the letters that they stood between", () => {
    fc.assert(
      fc.property(fc.lorem(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 }), (text, place, where, length) => {
        const caret = place % (text.length + 1);
        const into = where % (text.length + 1);
        fc.pre(into !== caret);
        const after = text.slice(0, into) + "\u2022".repeat(length) + text.slice(into);
        const [[found = -1] = []] = at([text, yann(text.length, caret)], [after, yann(text.length, caret)]);
        expect(after.slice(0, found).replaceAll("\u2022", "")).toBe(text.slice(0, caret));
        expect(after.slice(found).replaceAll("\u2022", "")).toBe(text.slice(caret));
      }),
    );
  });
});

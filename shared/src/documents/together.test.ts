import { describe, expect, it } from "vitest";
import { inOrder, newPersonId } from "../terms/index.ts";
import { createStateDoc } from "./doc.ts";
import { writeState } from "./state.ts";
import type { StateChange } from "./stateChange.ts";
import { checking, gathering, hidingCursors, loweringAll, raising, readTogether, readying } from "./together.ts";

const [awa, bo, cleo] = [newPersonId(), newPersonId(), newPersonId()];

describe("those who are together", () => {
  it("[F62] hands wait in the order in which they were raised; one that is up keeps its place", () => {
    const doc = createStateDoc();
    writeState(doc, raising(doc, bo, true, 1));
    writeState(doc, raising(doc, awa, true, 2));
    writeState(doc, raising(doc, cleo, true, 3));
    writeState(doc, raising(doc, bo, true, 4));
    expect(inOrder(readTogether(doc).hands)).toEqual([bo, awa, cleo]);
    writeState(doc, raising(doc, bo, false, 5));
    writeState(doc, raising(doc, bo, true, 6));
    expect(inOrder(readTogether(doc).hands)).toEqual([awa, cleo, bo]);
    writeState(doc, loweringAll(doc));
    expect(readTogether(doc).hands.size).toBe(0);
  });

  it("[F63] who is ready says so to the question of now; nobody asks, nobody answers", () => {
    const doc = createStateDoc();
    writeState(doc, readying(doc, awa, true, 1));
    expect(readTogether(doc).readyCheck).toBeUndefined();
    writeState(doc, checking(doc, true, 2));
    writeState(doc, readying(doc, awa, true, 3));
    writeState(doc, readying(doc, bo, true, 3));
    writeState(doc, readying(doc, bo, false, 4));
    expect(readTogether(doc).readyCheck).toEqual({ at: 2, ready: new Set([awa]) });
    writeState(doc, checking(doc, true, 5));
    expect(readTogether(doc).readyCheck).toEqual({ at: 5, ready: new Set() });
    writeState(doc, readying(doc, cleo, true, 6));
    writeState(doc, checking(doc, false, 7));
    expect(readTogether(doc).readyCheck).toBeUndefined();
    writeState(doc, checking(doc, true, 8));
    expect(readTogether(doc).readyCheck?.ready.size).toBe(0);
  });

  it("[F62, F63, F64] what is malformed is nothing", () => {
    const doc = createStateDoc();
    const wrong: StateChange[] = [
      { map: "hands", key: "nobody", value: { at: 1 } },
      { map: "hands", key: awa, value: "yes" },
      { map: "together", key: "readyCheck", value: { at: "now" } },
      { map: "together", key: "gathering", value: { at: 1, by: awa, place: [0, 0, -1, 5] } },
      { map: "together", key: "cursorsHidden", value: "yes" },
    ];
    writeState(doc, wrong);
    const nothing = { hands: new Map(), readyCheck: undefined, gathering: undefined, areCursorsHidden: false };
    expect(readTogether(doc)).toEqual(nothing);
    writeState(doc, [gathering({ at: 3, by: awa, place: [1, 2, 3, 4] }), hidingCursors(true, 3)]);
    expect(readTogether(doc)).toMatchObject({
      gathering: { at: 3, by: awa, place: [1, 2, 3, 4] },
      areCursorsHidden: true,
    });
    writeState(doc, [hidingCursors(false, 4)]);
    expect(readTogether(doc).areCursorsHidden).toBe(false);
  });
});

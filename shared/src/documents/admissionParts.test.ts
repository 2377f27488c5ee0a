import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { newCardId, newLinkId, newPersonId, type CardId } from "../terms/index.ts";
import { inspectUpdate } from "./admission.ts";
import { applyInspected } from "./admissionApply.ts";
import { cutUpdate } from "./admissionParts.ts";
import { createBoardDoc, encodeDoc, type BoardDoc } from "./doc.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { readBoard } from "./read.ts";

const by = newPersonId();
const card = (at: number, text: string): Edit & { readonly id: CardId } => ({
  type: "addCard",
  id: newCardId(),
  kind: "note",
  position: [at % 5_000, (at * 31) % 5_000],
  text,
  at,
  by,
});
const boardOf = (count: number, text = "Ouvrir le soir, après le travail 🌙"): BoardDoc => {
  const doc = createBoardDoc();
  applyEdits(
    doc,
    Array.from({ length: count }, (_, at) => card(at + 1, text)),
  );
  return doc;
};
const takeIn = (doc: BoardDoc, update: Uint8Array): string => {
  const inspection = inspectUpdate(doc, update, { by, maxBytes: update.length });
  return inspection.ok ? applyInspected(doc, inspection).outcome : inspection.reason;
};

/** Comparing a megabyte value by value takes seconds. */
const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

describe("a large update", () => {
  it("[R26] of a whole board is cut into parts that are let in one by one and come to the same", () => {
    const whole = boardOf(3_200);
    const ids = [...readBoard(whole).cards.keys()];
    applyEdits(whole, [
      { type: "addLink", id: newLinkId(), from: ids[0] ?? newCardId(), to: ids[3_199] ?? newCardId(), at: 9, by },
    ]);
    const update = encodeDoc(whole);
    expect(takeIn(createBoardDoc(), update)).toBe("too-heavy");
    const doc = createBoardDoc();
    const parts = cutUpdate(doc, update) ?? [];
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map((part) => takeIn(doc, part))).toEqual(parts.map(() => "changed"));
    expect(isSame(encodeDoc(doc), update)).toBe(true);
    expect(readBoard(doc)).toEqual(readBoard(whole));
  });

  it("[R23] goes on where it was cut off: what is there already is left out", () => {
    const update = encodeDoc(boardOf(3_000));
    const doc = createBoardDoc();
    for (const part of (cutUpdate(doc, update) ?? []).slice(0, 2)) takeIn(doc, part);
    for (const part of cutUpdate(doc, update) ?? [update]) expect(takeIn(doc, part)).toBe("changed");
    expect(isSame(encodeDoc(doc), update)).toBe(true);
  });

  it("[R26] is left whole when it is small, has no place to be cut at, is several clients' or no update", () => {
    const doc = createBoardDoc();
    expect(cutUpdate(doc, encodeDoc(boardOf(1_000)))).toBeUndefined();
    const byMap = new Y.Doc();
    byMap.transact(() => {
      for (const map of ["cards", "position", "text"])
        for (let at = 0; at < 4_000; at += 1) byMap.getMap(map).set(`id${at}`, 1);
    });
    expect(cutUpdate(doc, Y.encodeStateAsUpdate(byMap))).toBeUndefined();
    const moved = boardOf(3_000);
    applyEdits(moved, [
      { type: "moveCards", moves: [{ card: [...readBoard(moved).cards.keys()][7] ?? newCardId(), to: [1, 2] }] },
    ]);
    expect(cutUpdate(doc, encodeDoc(moved))).toBeUndefined();
    const both = Y.mergeUpdates([encodeDoc(boardOf(2_000)), encodeDoc(boardOf(2_000))]);
    expect(cutUpdate(doc, both)).toBeUndefined();
    expect(cutUpdate(doc, new Uint8Array(50_000).fill(255))).toBeUndefined();
  });

  it("[R8] any bytes are cut into something or nothing, and never throw", () => {
    const doc = createBoardDoc();
    const update = encodeDoc(boardOf(1_600, "é"));
    fc.assert(
      fc.property(fc.nat(update.length - 1), fc.nat(255), (at, byte) => {
        const spoilt = update.slice();
        spoilt[at] = byte;
        expect(Array.isArray(cutUpdate(doc, spoilt) ?? [])).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  observeUpdates,
  readBoard,
  stateVectorOf,
  type Edit,
} from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { pack, unpack } from "../stores/index.ts";
import { loadsAs } from "./compact.ts";
import { createCompactor } from "./compactor.ts";

/** A board with moves over moves, and its journal. */
const written = (cards: number) => {
  const doc = createBoardDoc();
  const updates: Uint8Array[] = [];
  observeUpdates(doc, (update) => updates.push(update));
  const text = "as long as a card that says something ".repeat(4);
  for (let at = 0; at < cards; at += 1) {
    const id = newCardId();
    const add: Edit = { type: "addCard", id, kind: "note", position: [at, 0], text, at };
    applyEdits(doc, [add]);
    applyEdits(doc, [{ type: "moveCards", moves: [{ card: id, to: [at, 9] }] }]);
  }
  return { doc, updates };
};
const open = () => {
  const compactor = createCompactor();
  onTestFinished(() => compactor.close());
  return compactor;
};

describe("compactor", () => {
  // the larger one is compacted in a thread
  it.each([3, 500])(
    "[R18] a checkpoint of %i cards holds all of its pieces, and nothing of what was overwritten",
    async (cards) => {
      const { doc, updates } = written(cards);
      const half = updates.length / 2;
      const { doc: first } = written(0);
      for (const update of updates.slice(0, half)) applyUpdate(first, update);
      const vector = stateVectorOf(doc);
      const pieces = {
        checkpoint: await pack(encodeDoc(first)),
        isPacked: true,
        updates: updates.slice(half).map((bytes) => new Uint8Array(bytes)),
      };
      const { made, read } = await open().compact(async () => ({ ...pieces, seq: 7 }));
      expect(read.seq).toBe(7);
      const bytes = await unpack(made.gzip);
      expect(made.length).toBe(bytes.length);
      expect(made.vector).toEqual(vector);
      expect(loadsAs(bytes, vector)).toBe(true);
      expect(loadsAs(bytes.slice(0, -9), vector)).toBe(false);
      expect(loadsAs(bytes, stateVectorOf(first))).toBe(false);
      const again = createBoardDoc();
      applyUpdate(again, bytes);
      expect(readBoard(again)).toEqual(readBoard(doc));
    },
  );

  it("[R18] pieces that don't fit together make no checkpoint, and those of others go on", async () => {
    const compactor = open();
    const { updates } = written(500);
    const gap = {
      checkpoint: undefined,
      isPacked: false,
      updates: updates.toSpliced(1, 1).map((bytes) => new Uint8Array(bytes)),
    };
    const small = { checkpoint: undefined, isPacked: false, updates: updates.slice(1, 3) };
    const whole = { checkpoint: undefined, isPacked: false, updates };
    const made = [gap, small, whole].map((pieces) => compactor.compact(async () => pieces));
    await expect(made[0]).rejects.toMatchObject({ code: "internal" });
    await expect(made[1]).rejects.toMatchObject({ code: "damaged-document" });
    expect((await made[2])?.made.length).toBeGreaterThan(1_000);
  });
});

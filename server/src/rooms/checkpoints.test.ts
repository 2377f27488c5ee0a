import { applyEdits, createBoardDoc, encodeDoc, observeUpdates } from "@palabre/shared/documents";
import { newBoardId, newCardId } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import { openBoardStore } from "../stores/index.ts";
import { Checkpoints } from "./checkpoints.ts";
import { createCompactor } from "./compactor.ts";
import { ROOM_LIMITS } from "./limits.ts";

/** The checkpoints of a board that is written in, at a time of one's own. */
async function openCheckpoints() {
  const store = await openBoardStore(undefined);
  const compactor = createCompactor();
  onTestFinished(() => compactor.close());
  const board = newBoardId();
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
  let time = 1_000_000;
  const limits = { ...ROOM_LIMITS, checkpointBytes: 40_000, checkpointEveryMs: 5_000, checkpointIdleMs: 60_000 };
  const doc = createBoardDoc();
  const checkpoints = new Checkpoints(
    { board, document: "board", encode: async () => ({ bytes: encodeDoc(doc), seq: 0 }) },
    { store, compactor, log: createLog("silent"), limits, now: () => time },
  );
  const updates: Uint8Array[] = [];
  observeUpdates(doc, (update) => updates.push(update));
  const write = async (text: string) => {
    applyEdits(doc, [{ type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text, at: 1 }]);
    for (const bytes of updates.splice(0)) {
      await store.append([{ board, document: "board", bytes }]);
      checkpoints.grew(bytes.length);
    }
  };
  const pass = (ms: number) => (time += ms);
  return { store, board, checkpoints, write, pass };
}

it("[R68] a journal of an eighth of what is a checkpoint at once becomes one after a moment of quiet, a smaller one after long", async () => {
  const { store, board, checkpoints, write, pass } = await openCheckpoints();
  const isMadeAfter = async (ms: number) => {
    pass(ms);
    await checkpoints.makeIfDue();
    return checkpoints.entries === 0;
  };
  await write("short");
  expect(await isMadeAfter(59_999)).toBe(false);
  expect(await isMadeAfter(1)).toBe(true);
  await write("long ".repeat(1_000));
  expect(await isMadeAfter(4_999)).toBe(false);
  expect(await isMadeAfter(1)).toBe(true);
  expect((await store.load(board, "board")).updates).toEqual([]);
});

it("[R71] a journal is long with so many bytes, in a large document with a quarter of it", async () => {
  const { checkpoints, write } = await openCheckpoints();
  const kilobytes = async (count: number) => {
    for (let at = 0; at < count; at += 1) await write("long ".repeat(200));
  };
  const longAfter = async () => {
    let count = 0;
    for (; !checkpoints.isLong; count += 1) await kilobytes(1);
    await checkpoints.make();
    return count;
  };
  expect(await longAfter()).toBeLessThan(41);
  await kilobytes(360);
  await checkpoints.make();
  const later = await longAfter();
  expect(later).toBeGreaterThan(100);
  expect(later).toBeLessThan(160);
});

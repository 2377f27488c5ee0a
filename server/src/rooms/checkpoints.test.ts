import { applyEdits, createBoardDoc, encodeDoc, observeUpdates } from "@palabre/shared/documents";
import { newBoardId, newCardId } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import { openBoardStore } from "../stores/index.ts";
import { Checkpoints } from "./checkpoints.ts";
import { createCompactor } from "./compactor.ts";
import { ROOM_LIMITS } from "./limits.ts";

it("[R68] a journal of an eighth of what is a checkpoint at once becomes one after a moment of quiet, a smaller one after long", async () => {
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
  const isMadeAfter = async (ms: number) => {
    time += ms;
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

import { applyEdits, applyUpdate, createBoardDoc, readBoard, type BoardDoc } from "@palabre/shared/documents";
import { newBoardId, newCardId, type CardId } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLog } from "../log.ts";
import { openBoardStore, type BoardStore } from "../stores/index.ts";
import { createRooms } from "./roomRegistry.ts";
import type { HeldDocument } from "./rooms.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Everything that can go on without time passing or a store answering. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A store whose calls take effect at once, as they must in their order, and answer when they are let. */
async function slowStore() {
  const memory = await openBoardStore(undefined);
  const waiting: (() => void)[] = [];
  const slow =
    (method: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]) => {
      const result = await method(...given);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return result;
    };
  const store = new Proxy(memory, {
    get: (target, name: keyof BoardStore) => slow((target[name] as (...given: unknown[]) => unknown).bind(target)),
  });
  return { memory, store, answerOne: () => waiting.shift()?.() };
}

type Step = "write" | "join" | "leave" | "answer" | "time";
// answers and time come by often enough for rooms to be put away in the middle of all else
const step: fc.Arbitrary<Step> = fc.constantFrom(
  "write",
  "join",
  "leave",
  "answer",
  "answer",
  "answer",
  "time",
  "time",
);

it("[R18] nothing is lost however leaving, saving, putting away and joining fall together", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const { memory, store, answerOne } = await slowStore();
      const board = newBoardId();
      const counters = { facilitator: 1, participant: 1, viewer: 1 };
      await memory.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
      const limits = { unloadAfterMs: 0, sweepMs: 10, checkpointUpdates: 3, checkpointIdleMs: 20 };
      const rooms = createRooms({ store, log: createLog("silent"), limits });
      const acknowledged = new Set<CardId>();
      const held: Promise<HeldDocument>[] = [];
      const pending: Promise<unknown>[] = [];
      for (const next of steps) {
        if (next === "write") {
          const id = newCardId();
          const add = { type: "addCard", id, kind: "note", position: [0, 0], text: "t", at: 1 } as const;
          const written = rooms.write(board, "board", (doc) => applyEdits(doc as BoardDoc, [add]));
          pending.push(written.then(() => acknowledged.add(id)));
        } else if (next === "join") {
          held.push(rooms.hold(board, "board", () => expect.fail("nothing failed, so no room is given up")));
        } else if (next === "leave") pending.push(Promise.resolve(held.shift()?.then(({ release }) => release())));
        else if (next === "answer") answerOne();
        else vi.advanceTimersByTime(10);
        await settle();
      }
      const closing = Promise.all([...pending, ...held]).then(async () => {
        // whoever is still there sees what the others wrote
        for (const { doc } of await Promise.all(held)) {
          expect(new Set(readBoard(doc as BoardDoc).cards.keys())).toEqual(acknowledged);
        }
        await rooms.close();
      });
      let isOver = false;
      void closing.finally(() => (isOver = true)).catch(() => undefined);
      while (!isOver) {
        answerOne();
        vi.advanceTimersByTime(10);
        await settle();
      }
      await closing;
      expect(acknowledged.size).toBe(steps.filter((one) => one === "write").length);
      const stored = await memory.load(board, "board");
      const doc = createBoardDoc();
      if (stored.checkpoint) applyUpdate(doc, stored.checkpoint);
      for (const update of stored.updates) applyUpdate(doc, update);
      expect(new Set(readBoard(doc).cards.keys())).toEqual(acknowledged);
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

import { applyEdits, type BoardDoc } from "@palabre/shared/documents";
import { newBoardId, newCardId } from "@palabre/shared/terms";
import { expect, it, onTestFinished, vi } from "vitest";
import { createConductor } from "../facilitation/index.ts";
import { createLog } from "../log.ts";
import { AGAIN_MS, createRooms, type Rooms } from "../rooms/index.ts";
import { openBoardStore, type BoardStore } from "../stores/index.ts";
import { createWatches } from "./watches.ts";

async function watchesOf(keepMs: number) {
  const store = await openBoardStore(undefined);
  const board = newBoardId();
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
  // how the store fares: how often from now a workshop can't be read, and whether anything can be written
  const disk = { loads: 0, failures: 0, isWritten: true };
  const load: BoardStore["load"] = async (of, document) => {
    await oneTurn();
    if (document !== "workshop") return store.load(of, document);
    disk.loads += 1;
    if (disk.failures === 0) return store.load(of, document);
    disk.failures -= 1;
    throw new Error("the disk is gone");
  };
  const append: BoardStore["append"] = async (batch) => {
    if (!disk.isWritten) throw new Error("the disk is full");
    return store.append(batch);
  };
  const failing = new Proxy(store, {
    get: (target, name: keyof BoardStore) =>
      ({ load, append })[name as string] ?? (target[name] as (...given: unknown[]) => unknown).bind(target),
  });
  const rooms = createRooms({
    store: failing,
    log: createLog("silent"),
    limits: { commitEveryMs: 0, busyCommitEveryMs: 0 },
  });
  const held: string[] = [];
  let onRelease = () => {};
  const hold: Rooms["hold"] = async (of, document, onGone) => {
    const opened = await rooms.hold(of, document, onGone);
    held.push(document);
    const release = () => {
      opened.release();
      held.splice(held.indexOf(document), 1);
      if (held.length === 0) onRelease();
    };
    return { ...opened, release };
  };
  const watched = { ...rooms, hold };
  const conductor = createConductor(watched);
  const watches = createWatches({ rooms: watched, conductor, now: () => 1, keepMs });
  onTestFinished(async () => {
    watches.close();
    await rooms.close();
  });
  const letGo = new Promise<void>((resolve) => (onRelease = resolve));
  return { board, rooms, conductor, watches, held, letGo, disk };
}
const oneTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await oneTurn();
};
const note = () => ({ type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text: "x", at: 1 }) as const;

it("[R86] phones that look at a board share one reading of it, which is the same until something changes", async () => {
  const { board, rooms, conductor, watches, held } = await watchesOf(60_000);
  const [one, two] = await Promise.all([watches.take(board), watches.take(board)]);
  expect(held.toSorted()).toEqual(["board", "workshop"]);
  const before = one.common();
  expect(two.common()).toBe(before);
  expect(one.step()).toBe(two.step());
  await rooms.write(board, "board", (doc) => void applyEdits(doc as BoardDoc, [note()]));
  const after = two.common();
  expect([before.cards.length, after.cards.length, two.snapshot().cards.size]).toEqual([0, 1, 1]);
  expect(one.common()).toBe(after);
  const step = one.step();
  await conductor.change(board, "workshop", [{ map: "about", key: "title", value: "The tree" }]);
  expect(step.workshop.title).not.toBe("The tree");
  expect([one.step().workshop.title, one.common().seen.workshop.title]).toEqual(["The tree", "The tree"]);
  one.release();
  two.release();
  two.release();
  const again = await watches.take(board);
  expect(held.toSorted()).toEqual(["board", "workshop"]);
  again.release();
});

it("[R86] a board that no phone looks at any more is let go after a moment, and at the end", async () => {
  const quick = await watchesOf(1);
  (await quick.watches.take(quick.board)).release();
  await quick.letGo;
  const slow = await watchesOf(60_000);
  (await slow.watches.take(slow.board)).release();
  expect(slow.held).toHaveLength(2);
  slow.watches.close();
  await slow.letGo;
});

it("[R86] each phone is told of changes until it goes", async () => {
  const { board, rooms, watches } = await watchesOf(60_000);
  const told = [0, 0];
  const [one, two] = [
    await watches.take(board, () => (told[0]! += 1)),
    await watches.take(board, () => (told[1]! += 1)),
  ];
  told.fill(0);
  const change = () => rooms.write(board, "board", (doc) => void applyEdits(doc as BoardDoc, [note()]));
  await change();
  one.release();
  await change();
  expect(told).toEqual([1, 2]);
  two.release();
});

it("[R117] a board whose workshop can't be read is tried once for a phone, which hears that it failed; the next one tries again", async () => {
  const { board, watches, held, disk } = await watchesOf(60_000);
  disk.failures = Infinity;
  await expect(watches.take(board)).rejects.toThrow("the disk is gone");
  await turns(50);
  expect([disk.loads, held]).toEqual([1, []]);
  disk.failures = 0;
  (await watches.take(board)).release();
  expect(held.toSorted()).toEqual(["board", "workshop"]);
});

it("[R117] a workshop that can't be read afresh is tried again after a while, and phones go on with what it says then", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { board, conductor, watches, held, disk } = await watchesOf(60_000);
  const watched = await watches.take(board);
  const call = (title: string) => conductor.change(board, "workshop", [{ map: "about", key: "title", value: title }]);
  disk.failures = 2;
  disk.isWritten = false;
  await expect(call("The tree")).rejects.toMatchObject({ code: "store-failed" });
  disk.isWritten = true;
  await turns(50);
  expect([disk.loads, held]).toEqual([2, []]);
  for (const loads of [3, 4]) {
    vi.advanceTimersByTime(AGAIN_MS);
    await turns(50);
    expect(disk.loads).toBe(loads);
  }
  expect(held.toSorted()).toEqual(["board", "workshop"]);
  await call("The forest");
  expect(watched.step().workshop.title).toBe("The forest");
  watched.release();
  watches.close();
  await turns(1);
  expect(held).toEqual([]);
});

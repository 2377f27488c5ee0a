import { applyEdits, createBoardDoc, encodeDoc } from "@palabre/shared/documents";
import { newBoardId, newCardId, newPersonId, type BoardSnapshot } from "@palabre/shared/terms";
import { expect, it, onTestFinished, vi } from "vitest";
import { createLog } from "../log.ts";
import { AGAIN_MS, createRooms, type Rooms } from "../rooms/index.ts";
import { openBoardStore, type BoardStore } from "../stores/index.ts";
import { createBoardViews } from "./boardViews.ts";

const cards = (count: number) =>
  Array.from(
    { length: count },
    () => ({ type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text: "x", at: 1 }) as const,
  );

async function viewsOf(count: number) {
  const store = await openBoardStore(undefined);
  const [board, doc] = [newBoardId(), createBoardDoc()];
  applyEdits(doc, cards(count));
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, [
    { document: "board", bytes: encodeDoc(doc) },
  ]);
  // how the store fares: how often from now the board can't be read, and whether it can be written
  const disk = { loads: 0, failures: 0, isWritten: true };
  const load: BoardStore["load"] = async (of, document) => {
    await oneTurn();
    if (document !== "board") return store.load(of, document);
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
  onTestFinished(() => rooms.close());
  let held = 0;
  const hold: Rooms["hold"] = async (...given) => {
    const document = await rooms.hold(...given);
    held += 1;
    const release = () => {
      held -= 1;
      document.release();
    };
    return { ...document, release };
  };
  const write = () => rooms.write(board, "board", (doc) => applyEdits(doc as never, cards(1)));
  /** The board is given up, since what is written can't be kept. */
  const giveUp = async () => {
    disk.isWritten = false;
    await expect(write()).rejects.toMatchObject({ code: "store-failed" });
    disk.isWritten = true;
  };
  return {
    board,
    rooms,
    views: createBoardViews({ hold, onLive: rooms.onLive }),
    held: () => held,
    disk,
    write,
    giveUp,
  };
}
const oneTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await oneTurn();
};

it("[R22] a board that several follow is read once, and let go with the last of them", async () => {
  const { board, rooms, views, held } = await viewsOf(3);
  const seen: BoardSnapshot[][] = [[], [], []];
  const follow = (at: number) => views.watch(board, (snapshot) => seen[at]?.push(snapshot()));
  const leaving = [...(await Promise.all([follow(0), follow(1)])), await follow(2)];
  expect(held()).toBe(1);
  expect(seen.map((each) => each.length)).toEqual([1, 1, 1]);
  expect(seen[2]?.[0]).toBe(seen[0]?.[0]);
  leaving[0]?.();
  await rooms.write(board, "board", (doc) => applyEdits(doc as never, cards(1)));
  expect(seen.map((each) => each.at(-1)?.cards.size)).toEqual([3, 4, 4]);
  leaving[1]?.();
  leaving[1]?.();
  expect(held()).toBe(1);
  leaving[2]?.();
  expect(held()).toBe(0);
});

it("[R86] a large board is read turn by turn, with what changes meanwhile", async () => {
  const { board, rooms, views, held } = await viewsOf(2_000);
  let ticks = 0;
  const counting = setInterval(() => (ticks += 1), 0);
  const heard: number[] = [];
  const following = views.watch(board, (snapshot) => heard.push(snapshot().cards.size));
  while (held() === 0) await oneTurn();
  const writing = rooms.write(board, "board", (doc) => applyEdits(doc as never, cards(1)));
  const before = ticks;
  const leave = await following;
  clearInterval(counting);
  await writing;
  expect(heard[0]).toBe(2_001);
  expect(ticks).toBeGreaterThan(before);
  // who leaves before it is read leaves nothing open
  leave();
  const left = await views.watch(board, () => {});
  left();
  expect(held()).toBe(0);
});

it("[R117] a board that can't be read is tried once, and who wanted to follow it hears that it failed", async () => {
  const { board, views, held, disk } = await viewsOf(1);
  disk.failures = Infinity;
  await expect(views.watch(board, () => {})).rejects.toThrow("the disk is gone");
  await turns(50);
  expect(disk.loads).toBe(1);
  disk.failures = 0;
  (await views.watch(board, () => {}))();
  expect([disk.loads, held()]).toEqual([2, 0]);
});

it("[R117] a board that had to be given up is read afresh once; where that fails, who wants to follow it tries again", async () => {
  const { board, views, held, disk, write, giveUp } = await viewsOf(1);
  const heard: number[] = [];
  const leaving = [await views.watch(board, (snapshot) => heard.push(snapshot().cards.size))];
  disk.failures = Infinity;
  await giveUp();
  await turns(50);
  expect([disk.loads, held()]).toEqual([2, 0]);
  disk.failures = 0;
  heard.length = 0;
  leaving.push(await views.watch(board, () => {}));
  expect([disk.loads, held()]).toEqual([3, 1]);
  await write();
  expect(heard).toEqual([1, 2]);
  for (const leave of leaving) leave();
  expect(held()).toBe(0);
});

it("[R117] a board that can't be read afresh is tried again after a while, as long as somebody follows it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { board, views, held, disk, giveUp } = await viewsOf(1);
  const heard: number[] = [];
  const leave = await views.watch(board, (snapshot) => heard.push(snapshot().cards.size));
  disk.failures = Infinity;
  await giveUp();
  for (const loads of [2, 3, 4]) {
    await turns(50);
    expect(disk.loads).toBe(loads);
    vi.advanceTimersByTime(AGAIN_MS);
  }
  await turns(50);
  disk.failures = 0;
  heard.length = 0;
  vi.advanceTimersByTime(AGAIN_MS);
  await turns(50);
  expect([disk.loads, held(), heard]).toEqual([6, 1, [1]]);
  disk.failures = Infinity;
  await giveUp();
  await turns(50);
  leave();
  vi.advanceTimersByTime(AGAIN_MS);
  await turns(50);
  expect([disk.loads, held()]).toEqual([7, 0]);
});

it("[R117] a board that could not be read afresh at first is followed once from then on, and let go with the last", async () => {
  const { board, rooms, views, held, disk, write, giveUp } = await viewsOf(1);
  const heard: number[] = [];
  const leave = await views.watch(board, (snapshot) => heard.push(snapshot().cards.size));
  disk.failures = 1;
  await giveUp();
  await turns(50);
  for (let times = 0; times < 2; times += 1) {
    const gone = rooms.attend({ board, person: newPersonId(), role: "viewer" }, "a");
    await turns(50);
    gone();
  }
  expect(held()).toBe(1);
  heard.length = 0;
  await write();
  expect(heard).toEqual([2]);
  leave();
  expect(held()).toBe(0);
});

import { applyEdits, createBoardDoc, encodeDoc } from "@palabre/shared/documents";
import { newBoardId, newCardId, type BoardSnapshot } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import { createRooms, type Rooms } from "../rooms/index.ts";
import { openBoardStore } from "../stores/index.ts";
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
  const rooms = createRooms({ store, log: createLog("silent") });
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
  return { board, rooms, views: createBoardViews({ hold, onLive: rooms.onLive }), held: () => held };
}

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
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  const heard: number[] = [];
  const following = views.watch(board, (snapshot) => heard.push(snapshot().cards.size));
  while (held() === 0) await new Promise((resolve) => setImmediate(resolve));
  const writing = rooms.write(board, "board", (doc) => applyEdits(doc as never, cards(1)));
  const before = turns;
  const leave = await following;
  clearInterval(counting);
  await writing;
  expect(heard[0]).toBe(2_001);
  expect(turns).toBeGreaterThan(before);
  // who leaves before it is read leaves nothing open
  leave();
  const left = await views.watch(board, () => {});
  left();
  expect(held()).toBe(0);
});

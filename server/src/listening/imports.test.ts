import { newBoardId } from "@palabre/shared/terms";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../log.ts";
import { openPostStore, type PostStore } from "../stores/index.ts";
import { createListening } from "./createListening.ts";
import { createGuardedFetch } from "./guardedFetch.ts";

const ROWS = 1_200;
const bytes = new TextEncoder().encode(
  `date,text\n${Array.from({ length: ROWS }, (_, row) => `2024-03-05,évening ${row}\n`).join("")}`,
);
const file = { name: "a.csv", bytes };
const listenTo = (store: PostStore) => {
  const listening = createListening({
    store,
    guardedFetch: createGuardedFetch({ allow: [] }),
    log: createLog("silent"),
    now: () => Date.UTC(2024, 5, 15),
  });
  onTestFinished(() => listening.close());
  return listening;
};

/** A store that waits in the middle of a file, until it is let go on. */
async function openHeld() {
  const store = await openPostStore(undefined);
  const addPosts = store.addPosts.bind(store);
  let goOn = (): void => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let tell = (): void => {};
  const reached = new Promise<void>((resolve) => (tell = resolve));
  store.addPosts = async (board, posts) => {
    if (posts.some(({ text }) => text === "évening 600")) {
      tell();
      await held;
    }
    return addPosts(board, posts);
  };
  return { store, reached, goOn };
}

test("[L174] a stop ends files on their way in at a whole part, before the store closes; the next start takes them away and tells", async () => {
  const { store, reached, goOn } = await openHeld();
  const board = newBoardId();
  const first = listenTo(store);
  const adding = first.addCsv(board, file).catch((error: unknown) => error);
  await reached;
  let isClosed = false;
  const closing = first.close().then(() => (isClosed = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isClosed).toBe(false);
  goOn();
  expect(await adding).toMatchObject({ code: "store-failed" });
  await closing;
  expect(await store.sources(board)).toMatchObject([{ state: "waiting", posts: 1_000 }]);
  await expect(first.addCsv(board, file)).rejects.toMatchObject({ code: "store-failed" });

  const second = listenTo(store);
  const told = new Promise((resolve) => second.onNews((of, { posts }) => resolve([of, posts])));
  second.start();
  expect(await told).toEqual([board, undefined]);
  expect([await store.sources(board), await store.match(board, {})]).toEqual([[], []]);
  expect(await second.addCsv(board, file)).toMatchObject({ added: ROWS, source: { state: "fresh", posts: ROWS } });
});

test("[L174] a file that is on its way in just now goes on, whenever it is looked for those that were cut", async () => {
  const { store, reached, goOn } = await openHeld();
  const [board, other] = [newBoardId(), newBoardId()];
  const listening = listenTo(store);
  const adding = listening.addCsv(board, file);
  await reached;
  const { id } = (await listenTo(store).addCsv(other, { name: "b.csv", bytes: bytes.subarray(0, 400) })).source;
  await store.changeSource(other, id, { state: "waiting" });
  const told = new Promise((resolve) => listening.onNews((of, { posts }) => resolve([of, posts])));
  listening.lookAgain();
  expect(await told).toEqual([other, undefined]);
  expect(await store.sources(other)).toEqual([]);
  goOn();
  expect(await adding).toMatchObject({ added: ROWS, source: { posts: ROWS } });
});

test("[L180] rows that most stand in another file of the board already are counted in what came of reading", async () => {
  const board = newBoardId();
  const listening = listenTo(await openPostStore(undefined));
  const rows = (from: number, to: number) =>
    new TextEncoder().encode(
      `date,text\n${Array.from({ length: to - from }, (_, row) => `2024-03-05,matin ${from + row}\n`).join("")}`,
    );
  expect((await listening.addCsv(board, { name: "a.csv", bytes: rows(0, 700) })).readBefore).toBeUndefined();
  expect(await listening.addCsv(board, { name: "b.csv", bytes: rows(100, 900) })).toMatchObject({
    added: 800,
    readBefore: { posts: 600, name: "a" },
  });
  expect((await listening.addCsv(board, { name: "c.csv", bytes: rows(899, 1_200) })).readBefore).toBeUndefined();
});

import { newBoardId, newSourceId, type Heard, type Post, type SourceId } from "@palabre/shared/terms";
import { expect, it, onTestFinished, vi } from "vitest";
import { createLog } from "../log.ts";
import { openPostStore } from "../stores/index.ts";
import type { ReadAnswer } from "./readMessages.ts";
import { openReading } from "./reading.ts";

const BOARD = newBoardId();
const HEARD: Heard = {
  kind: "wish",
  isSure: true,
  chance: 0.5,
  feeling: "neutral",
  language: "fr",
  evidence: [],
};
const postOf = (source: SourceId, id: string): Post => ({
  id,
  source,
  text: id,
  at: 0,
  url: "",
  author: "",
  language: "fr",
});

/** A board with sources that hold posts, and the reading of it in a thread that answers when the test does. */
async function openBoard(written: Readonly<Record<SourceId, readonly string[]>>) {
  const store = await openPostStore(undefined);
  for (const [id, posts] of Object.entries(written) as [SourceId, readonly string[]][]) {
    await store.addSource({
      board: BOARD,
      id,
      kind: "csv",
      name: "",
      state: "fresh",
      addedAt: 0,
      posts: 0,
      failures: 0,
    });
    await store.addPosts(
      BOARD,
      posts.map((post) => postOf(id, post)),
    );
  }
  const asked: ((answer: ReadAnswer) => void)[] = [];
  const reading = openReading({
    store,
    log: createLog("silent"),
    thread: {
      starts: 1,
      ask: () => new Promise((resolve) => asked.push(resolve)),
      close: async () => {},
    },
  });
  onTestFinished(() => reading.close());
  const told: (readonly string[])[] = [];
  reading.onRead((_, posts) => told.push(posts.map(({ id }) => id)));
  const answer = async (times: number, ids: readonly string[]) => {
    await vi.waitFor(() => expect(asked).toHaveLength(times));
    asked[times - 1]?.({ isKnown: true, readings: ids.map((id) => ({ id, heard: HEARD })) });
  };
  const untilAsked = (times: number) => vi.waitFor(() => expect(asked).toHaveLength(times));
  return { store, reading, told, untilAsked, answer };
}

it("[L184] posts of a source that is removed while they are read are told to nobody, those of others are", async () => {
  const [stays, goes] = [newSourceId(), newSourceId()];
  const { store, told, untilAsked, answer } = await openBoard({ [stays]: ["stays"], [goes]: ["goes", "goes too"] });
  await untilAsked(1);
  await store.deleteSource(BOARD, goes);
  await answer(1, ["goes too", "goes", "stays"]);
  await vi.waitFor(() => expect(told.at(-1)).toEqual([]));
  expect(told).toEqual([["stays"], []]);
});

it("[L189] posts that come while others of their board are read are read right after them", async () => {
  const source = newSourceId();
  const { store, reading, told, untilAsked, answer } = await openBoard({ [source]: ["first"] });
  await untilAsked(1);
  await store.addPosts(BOARD, [postOf(source, "second")]);
  reading.wake(BOARD);
  await answer(1, ["first"]);
  await answer(2, ["second"]);
  await vi.waitFor(() => expect(told.at(-1)).toEqual([]));
  expect(told).toEqual([["first"], ["second"], []]);
});

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

it("[L184] posts of a source that is removed while they are read are told to nobody, those of others are", async () => {
  const store = await openPostStore(undefined);
  const [stays, goes] = [newSourceId(), newSourceId()];
  for (const id of [stays, goes])
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
  await store.addPosts(BOARD, [postOf(stays, "stays"), postOf(goes, "goes"), postOf(goes, "goes too")]);
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
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await store.deleteSource(BOARD, goes);
  asked[0]?.({ isKnown: true, readings: ["goes too", "goes", "stays"].map((id) => ({ id, heard: HEARD })) });
  await vi.waitFor(() => expect(told.at(-1)).toEqual([]));
  expect(told).toEqual([["stays"], []]);
});

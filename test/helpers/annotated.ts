import { AppError } from "@palabre/shared/errors";
import type { Edit } from "@palabre/shared/documents";
import {
  newCardId,
  newSourceId,
  type BoardId,
  type CardId,
  type PersonId,
  type Post,
  type SourceId,
} from "@palabre/shared/terms";
import { createAnnotator, type Analysis } from "@palabre/server/annotator";
import { createBoards, createConductor, type Conductor } from "@palabre/server/facilitation";
import type { NewsListener } from "@palabre/server/listening";
import { createRooms } from "@palabre/server/rooms";
import { createLog } from "@palabre/server/start";
import { openBoardStore, openPostStore, type PostStore } from "@palabre/server/stores";
import { onTestFinished } from "vitest";
import { until } from "./until.ts";

export const NOW = 1_700_000_000_000;

/**
 * A board with an annotator over real rooms, conductor and stores; who is there and what is heard are told by the test.
 * `outer` is the world around it: its time, and whether the store of posts is broken.
 */
export async function openAnnotated(options: { analysis?: Analysis; dataDir?: string; restMs?: number } = {}) {
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(line) });
  const [store, posts] = [await openBoardStore(options.dataDir), await openPostStore(options.dataDir)];
  const rooms = createRooms({ store, log });
  const inner = createConductor(rooms);
  const boards = createBoards({ store, conductor: inner });
  const { id: board } = await boards.create({ title: "Evenings", language: "en" });

  const live = new Set<(board: BoardId, isLive: boolean) => void>();
  const writes: string[][] = [];
  const written: number[] = [];
  const conductor: Conductor = {
    ...inner,
    onLive: (listener) => {
      live.add(listener);
      return () => live.delete(listener);
    },
    change: async (id, document, changes) => {
      writes.push(changes.map(({ map, key }) => `${document} ${map} ${key}`));
      const count = await inner.change(id, document, changes);
      written.push(count);
      return count;
    },
  };
  const news = new Set<NewsListener>();
  const outer = { isBroken: false, now: NOW };
  const flaky: PostStore = Object.create(posts, {
    page: {
      value: (...args: Parameters<PostStore["page"]>) =>
        outer.isBroken ? Promise.reject(new AppError("store-failed", "the disk is full")) : posts.page(...args),
    },
  });
  const tell = (heard: readonly Post[] | undefined) => {
    for (const listener of news) listener(board, { posts: heard });
  };
  const annotator = createAnnotator({
    conductor,
    store: flaky,
    log,
    now: () => outer.now,
    ...(options.analysis ? { analysis: options.analysis } : {}),
    ...(options.restMs === undefined ? {} : { restMs: options.restMs }),
    listening: {
      sources: () => posts.sources(board),
      onNews: (listener) => {
        news.add(listener);
        return () => news.delete(listener);
      },
    },
  });
  onTestFinished(async () => {
    await annotator.close();
    await rooms.close();
    await Promise.all([store.close(), posts.close()]);
  });

  const forum = newSourceId();
  let lastPost = 0;
  return {
    annotator,
    board,
    conductor: inner,
    outer,
    forum,
    lines,
    /** `document map key` of each fact that was handed to be written, by write */
    writes,
    /** how many facts of each write were others than before */
    written,
    tell,
    join: () => live.forEach((listener) => listener(board, true)),
    leave: () => live.forEach((listener) => listener(board, false)),
    edit: (...edits: readonly Edit[]) => inner.edit(board, edits),
    addSource: (id: SourceId = forum, name = "Forum") =>
      posts.addSource({ id, board, kind: "feed", name, state: "fresh", addedAt: 1, readAt: 5, posts: 0, failures: 0 }),
    removeSource: async (id: SourceId = forum) => {
      await posts.deleteSource(board, id);
      tell(undefined);
    },
    /** Stores posts and says so. */
    hear: async (...texts: readonly string[]) => {
      const heard = texts.map((text): Post => {
        lastPost += 1;
        return {
          id: `${forum}:${lastPost}`,
          source: forum,
          text,
          at: NOW - lastPost,
          url: "",
          author: "",
          language: "",
        };
      });
      tell(await posts.addPosts(board, heard));
    },
    annotations: async () => (await inner.annotations(board)).cards,
  };
}
export type Annotated = Awaited<ReturnType<typeof openAnnotated>>;

/** The mentions that are written of an expectation. */
export const mentions = async (board: Annotated, card: CardId) =>
  (await board.annotations()).get(card)?.readings[0]?.value;
/** Waits until so many are. */
export const says = (board: Annotated, card: CardId, value: number) =>
  until(async () => (await mentions(board, card)) === value, `${value} mentions`);

export const expectation = (query: string, id = newCardId(), by?: PersonId): Edit & { id: CardId } => ({
  type: "addCard",
  id,
  kind: "expectation",
  position: [0, 0],
  text: query,
  attributes: { query },
  at: 1,
  ...(by === undefined ? {} : { by }),
});
export const factor = (id = newCardId()): Edit & { id: CardId } => ({
  type: "addCard",
  id,
  kind: "factor",
  position: [0, 0],
  text: "F",
  at: 1,
});

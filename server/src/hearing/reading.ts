import { AppError } from "@palabre/shared/errors";
import type { PostLabelled } from "@palabre/shared/protocol";
import type { BoardId, Post } from "@palabre/shared/terms";
import { entryBeside, openRuns, openThread, type Thread } from "../background/index.ts";
import type { Log } from "../log.ts";
import type { PostReading, PostStore } from "../stores/index.ts";
import type { ReadAnswer, ReadRequest } from "./readMessages.ts";

/** Posts read at once: some 60 ms of the thread, so that a post that comes in now waits no longer. */
const BATCH = 200;
/** Posts of a board that a thread is told of when it meets it, so that it knows again what they say. */
const REMEMBERED = 4_000;
const PAGE = 500;
/** Posts that are read again before a label is answered; the others follow by themselves. */
const READ_AT_ONCE = 400;

/**
 * Called with posts once what was read in them is kept, and with none when nothing waits any more on a board.
 * @param isAgain they were read before, and are read otherwise now
 */
export type ReadListener = (board: BoardId, posts: readonly Post[], isAgain: boolean) => void;

/** Reads what is stored, in a thread of its own: each post once, whatever stops in between, and again when labels teach otherwise. */
export interface Reading {
  /** There may be something to read on a board. */
  wake(board: BoardId): void;
  /** Looks for what is left unread: this server may have come to more boards. */
  lookAgain(): void;
  /** Returns the undoing. */
  onRead(listener: ReadListener): () => void;
  /** @throws AppError `unknown-post` */
  label(board: BoardId, post: string, isExpectation: boolean): Promise<PostLabelled>;
  /** Resolves when nothing more will be written; may be called twice. */
  close(): Promise<void>;
}

const ENTRY = entryBeside(import.meta.url, "hearing", "readerWorker");

/** Begins with what was left unread. */
export function openReading(deps: {
  store: Pick<PostStore, "unreadBoards" | "unread" | "setHeard" | "label" | "labels" | "page">;
  log: Log;
  thread?: Thread<ReadRequest, ReadAnswer>;
}): Reading {
  const { store, log, thread = openThread(ENTRY, "The reading of posts") } = deps;
  const listeners = new Set<ReadListener>();
  const waiting = new Set<BoardId>();
  /** boards whose labels have changed: where reading them again goes on */
  const again = new Map<BoardId, string | undefined>();
  let isBegun = false;

  const run = async (): Promise<void> => {
    if (!isBegun) for (const board of await store.unreadBoards()) waiting.add(board);
    isBegun = true;
    while (!runs.closed && waiting.size + again.size > 0) {
      // a batch of each in turn: a large file on one board holds up no other
      for (const board of waiting) {
        if (runs.closed) return;
        // taken before it is read: what comes meanwhile puts it back
        waiting.delete(board);
        let isMore = true;
        try {
          isMore = await readSome(board);
        } finally {
          if (isMore) waiting.add(board);
        }
        if (!waiting.has(board)) tell(board, [], false);
      }
      const [board] = again.keys();
      if (board !== undefined && waiting.size === 0 && !runs.closed) await readAgain(board);
    }
  };
  const readSome = async (board: BoardId): Promise<boolean> => {
    const posts = await store.unread(board, BATCH);
    if (posts.length > 0) await keep(board, posts, await read(board, posts, false), false);
    return posts.length === BATCH;
  };
  const readAgain = async (board: BoardId): Promise<void> => {
    const before = again.get(board);
    const { posts } = await store.page(board, { before, limit: BATCH });
    const { length: changed } = await reread(board, posts);
    log.debug({ board, changed }, "posts were read again");
    // another label may have come meanwhile: then it begins anew
    if (again.get(board) !== before) return;
    if (posts.length < BATCH) again.delete(board);
    else again.set(board, posts.at(-1)?.id);
  };
  /** Gives what is read otherwise now. */
  const reread = async (board: BoardId, posts: readonly Post[]): Promise<readonly PostReading[]> => {
    const known = posts.filter(({ heard }) => heard !== undefined);
    const readings = await read(board, known, true);
    const before = new Map(known.map(({ id, heard }) => [id, JSON.stringify(heard)]));
    const changed = readings.filter(({ id, heard }) => JSON.stringify(heard) !== before.get(id));
    await keep(board, known, changed, true);
    return changed;
  };

  const read = async (board: BoardId, posts: readonly Post[], isAgain: boolean): Promise<readonly PostReading[]> => {
    const request = { type: "read", board, posts, isAgain } as const;
    const answer = await thread.ask(request);
    if (answer.isKnown) return answer.readings;
    await thread.ask({ type: "open", board, labels: await store.labels(board), recent: await recentOf(board) });
    return (await thread.ask(request)).readings;
  };
  /** Posts that were read already, oldest first. */
  const recentOf = async (board: BoardId): Promise<readonly Post[]> => {
    const recent: Post[] = [];
    for (let before: string | undefined; recent.length < REMEMBERED;) {
      const { posts } = await store.page(board, { isMerged: true, before, limit: PAGE });
      recent.push(...posts.filter(({ heard }) => heard !== undefined));
      if (posts.length < PAGE) break;
      before = posts.at(-1)?.id;
    }
    return recent.toReversed();
  };
  const keep = async (
    board: BoardId,
    posts: readonly Post[],
    readings: readonly PostReading[],
    isAgain: boolean,
  ): Promise<void> => {
    if (readings.length === 0) return;
    const byId = new Map(posts.map((post) => [post.id, post]));
    const read = readings.map((reading) => ({ ...reading, text: byId.get(reading.id)?.text }));
    const kept = new Set(await store.setHeard(board, read));
    const heard = readings.flatMap((reading) => {
      const post = kept.has(reading.id) ? byId.get(reading.id) : undefined;
      return post ? [{ ...post, heard: reading.heard }] : [];
    });
    // none would say that nothing waits any more
    if (heard.length > 0) tell(board, heard, isAgain);
  };
  const tell: ReadListener = (board, posts, isAgain) => {
    for (const listener of listeners) listener(board, posts, isAgain);
  };

  const runs = openRuns(run, (error) => log.error({ error }, "posts could not be read; it is tried again"));
  runs.want();

  return {
    wake: (board) => {
      waiting.add(board);
      runs.wantNow();
    },
    lookAgain: () => {
      isBegun = false;
      runs.wantNow();
    },
    onRead: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    label: async (board, post, isExpectation) => {
      const labelled = await store.label(board, post, isExpectation);
      if (!labelled) {
        throw new AppError("unknown-post", "There is no such post on this board: it may have gone with its source");
      }
      const labels = await store.labels(board);
      await thread.ask({ type: "teach", board, labels });
      // the post itself first: it may be older than what is read again at once
      const own = await reread(board, [labelled]);
      const heard = own[0]?.heard ?? labelled.heard;
      let changed = own.length;
      let before: string | undefined;
      for (let at = 0; at < READ_AT_ONCE; at += BATCH) {
        const { posts } = await store.page(board, { before, limit: BATCH });
        changed += (await reread(board, posts)).length;
        before = posts.at(-1)?.id;
        if (posts.length < BATCH) return { labels: labels.length, changed, heard };
      }
      again.set(board, before);
      runs.wantNow();
      return { labels: labels.length, changed, heard };
    },
    close: async () => {
      await runs.close();
      await thread.close();
    },
  };
}

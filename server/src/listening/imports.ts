import { AppError } from "@palabre/shared/errors";
import type { SourceRead } from "@palabre/shared/protocol";
import { newSourceId, type BoardId, type Post, type Source, type SourceId } from "@palabre/shared/terms";
import type { PostStore, SourceRecord } from "../stores/index.ts";
import { unknownSource, type Intake } from "./intake.ts";
import type { NewsListener } from "./listening.ts";
import { findReadBefore } from "./readBefore.ts";
import { csv, type World } from "./sources/index.ts";

/** Posts kept at once; they are told of, and read, while the next ones are kept. */
const PART = 500;

interface Import {
  readonly board: BoardId;
  /** why it does not go on */
  left?: AppError;
  /** posts of it that were read, of those it has; 0 of 0 until the file is understood */
  read: number;
  of: number;
}

/** Files of posts on their way in. */
export interface Imports {
  /** All or nothing, unless its source is removed meanwhile: then nothing. */
  addCsv(
    board: BoardId,
    file: {
      readonly name: string;
      readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
      readonly form: World["form"];
    },
    isKept: () => void,
  ): Promise<SourceRead>;
  /** How far the posts of a source are read; undefined once all are. */
  progressOf(id: SourceId): Source["progress"];
  /** Posts were read. */
  noteRead(posts: readonly Post[]): void;
  /** Its source is being removed. */
  leave(id: SourceId): void;
  /**
   * Takes away, from the boards that this server keeps by now, what a stop or a crash cut in two: nobody would ever read the rest, and the
   * file that is sent again would be counted beside it.
   */
  removeCut(): Promise<void>;
  /**
   * None goes on; resolves once nothing more of them is written. What is there of them goes when listening begins again, where those who
   * have to forget its posts hear of it.
   */
  close(): Promise<void>;
}

export function createImports(deps: {
  readonly store: PostStore;
  readonly intake: Intake;
  readonly tell: NewsListener;
  readonly now: () => number;
  readonly fetch: World["fetch"];
}): Imports {
  const { store, intake, tell, now, fetch } = deps;
  const running = new Map<SourceId, Import>();
  /** those that this process began: it ends them itself */
  const own = new Set<SourceId>();
  const keeping = new Set<Promise<unknown>>();
  let isClosed = false;

  const keep = async (source: SourceRecord, posts: readonly Post[], work: Import): Promise<SourceRead | undefined> => {
    work.of = posts.length;
    let read: SourceRead | undefined;
    for (let at = 0; at < posts.length; at += PART) {
      if (work.left) throw work.left;
      const part = { posts: posts.slice(at, at + PART), skipped: 0, revises: () => false };
      const isLast = at + PART >= posts.length;
      read = await intake.addPosts(source, part, () => (isLast ? { state: "fresh", readAt: now() } : {}));
    }
    // rows that are there twice are one post
    work.of = read?.source.posts ?? 0;
    return read;
  };

  const end = (id: SourceId, { board, read, of }: Import): void => {
    if (of === 0 || read < of) return;
    running.delete(id);
    tell(board, { posts: [] });
  };

  return {
    addCsv: async (board, { name, bytes, form }, isKept) => {
      if (isClosed) throw stopping();
      const id = newSourceId();
      own.add(id);
      const source: SourceRecord = {
        board,
        id,
        kind: "csv",
        name,
        state: "waiting",
        addedAt: now(),
        posts: 0,
        failures: 0,
      };
      const work: Import = { board, read: 0, of: 0 };
      running.set(id, work);
      await store.addSource(source);
      isKept();
      tell(board, { posts: [] });
      try {
        const handed = untilLeft(bytes, () => {
          if (work.left) throw work.left;
        });
        const { posts, skipped } = await csv.read({ id }, undefined, { fetch, now: now(), handed, form });
        const readBefore = await findReadBefore(store, source, posts);
        const kept = keep(source, posts, work);
        const settled = kept.catch(() => undefined);
        keeping.add(settled);
        const read = await kept.finally(() => keeping.delete(settled));
        if (!read) throw unknownSource(id);
        end(id, work);
        const added = work.of;
        const progress = running.has(id) ? { progress: { read: work.read, of: work.of } } : {};
        const counts = { added, known: posts.length - added, skipped };
        return { source: { ...read.source, ...progress }, ...counts, ...(readBefore && { readBefore }) };
      } catch (error) {
        running.delete(id);
        if (isClosed) throw error;
        await store.deleteSource(board, id);
        // of a file that was refused as a whole nothing was told yet
        tell(board, { posts: work.of === 0 ? [] : undefined });
        throw error;
      }
    },
    progressOf: (id) => {
      const work = running.get(id);
      return work && { read: work.read, of: work.of };
    },
    noteRead: (posts) => {
      const done = new Set<SourceId>();
      for (const { source } of posts) {
        const work = running.get(source);
        if (!work) continue;
        work.read += 1;
        done.add(source);
      }
      for (const id of done) {
        const work = running.get(id);
        if (work) end(id, work);
      }
    },
    leave: (id) => {
      const work = running.get(id);
      if (work) work.left = unknownSource(id);
      running.delete(id);
    },
    removeCut: async () => {
      for (const { board, id } of await store.cutSources()) {
        if (own.has(id) || isClosed) continue;
        await store.deleteSource(board, id);
        tell(board, { posts: undefined });
      }
    },
    close: async () => {
      isClosed = true;
      for (const work of running.values()) work.left = stopping();
      await Promise.all(keeping);
    },
  };
}

const stopping = (): AppError => new AppError("store-failed", "The server is being stopped: send the file again");

/** The same bytes, as long as `check` does not throw. */
async function* untilLeft(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  check: () => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    check();
    yield chunk;
  }
}

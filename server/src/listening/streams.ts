import { AppError } from "@palabre/shared/errors";
import type { Post, SourceId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { PostStore, SourceRecord } from "../stores/index.ts";
import type { Intake } from "./intake.ts";
import type { Looks } from "./looks.ts";
import type { NewsListener } from "./listening.ts";
import { pulledKind } from "./sources/index.ts";

/** Streams that this process holds open at once; what is beyond is looked at as any other source is. */
const MOST_STREAMS = 20;
/** Posts are gathered for so long, so that a busy stream is a few transactions and not thousands. */
const GATHER_MS = 250;
/** Posts that may wait to be kept: a stream that brings more loses them, its next look finds them. */
const MOST_WAITING = 5_000;

/**
 * The streams of sources that have one. A stream adds haste, not truth: its source is looked at all the same, which finds what the
 * stream missed, and opens it again when it broke.
 */
export interface Streams {
  /** Opens the stream of a source, where it has one that is wanted and not open. */
  open(source: SourceRecord): void;
  /** Resolves when it is closed. */
  end(id: SourceId): Promise<void>;
  close(): Promise<void>;
}

interface Stream {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export function createStreams(deps: {
  store: PostStore;
  looks: Looks;
  intake: Intake;
  tell: NewsListener;
  log: Log;
}): Streams {
  const { store, looks, intake, tell, log } = deps;
  const streams = new Map<SourceId, Stream>();
  let isClosed = false;

  const run = async (source: SourceRecord, stop: AbortController): Promise<void> => {
    const { board, id } = source;
    const { signal } = stop;
    const { follow } = pulledKind(source.kind) ?? {};
    if (!follow) return;
    const waiting: { posts: Post[]; gone: string[] } = { posts: [], gone: [] };
    let keeping: Promise<void> = Promise.resolve();
    let timer: NodeJS.Timeout | undefined;
    const keep = async (): Promise<void> => {
      const heard = { posts: waiting.posts.splice(0), gone: waiting.gone.splice(0), skipped: 0 };
      if (heard.posts.length + heard.gone.length === 0) return;
      await intake.addPosts(source, heard, (added) =>
        added > 0 ? { state: "fresh", problem: undefined, details: undefined } : {},
      );
    };
    const keepSoon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        keeping = keeping.then(keep).catch((error: unknown) => {
          log.info({ board, source: id, error }, "a stream was not kept");
          if (error instanceof AppError && error.code === "unknown-source") stop.abort();
        });
      }, GATHER_MS);
    };
    try {
      await follow.hear(
        source,
        source.readAt ?? source.addedAt,
        looks.worldOf(source, signal),
        ({ posts, gone = [] }) => {
          if (waiting.posts.length + posts.length > MOST_WAITING) return;
          waiting.posts.push(...posts);
          waiting.gone.push(...gone);
          keepSoon();
        },
      );
    } catch (error) {
      if (signal.aborted) return;
      log.info({ board, source: id, error }, "a stream broke");
      const fault = error instanceof AppError ? error : new AppError("internal", "The stream broke", { cause: error });
      if (follow.isAll(source, source.hasSecret === true)) {
        await store.changeSource(board, id, { state: "late", problem: fault.code, details: fault.details });
        tell(board, { posts: [] });
      }
    } finally {
      clearTimeout(timer);
      await keeping.then(keep).catch(() => undefined);
    }
  };

  return {
    open: (source) => {
      const { follow } = pulledKind(source.kind) ?? {};
      if (isClosed || streams.has(source.id) || streams.size >= MOST_STREAMS || follow?.isWanted(source) !== true)
        return;
      const stop = new AbortController();
      const done = run(source, stop)
        .catch((error: unknown) => log.error({ source: source.id, error }, "a stream ended badly"))
        .finally(() => streams.delete(source.id));
      streams.set(source.id, { stop, done });
    },
    end: async (id) => {
      const stream = streams.get(id);
      stream?.stop.abort();
      await stream?.done;
    },
    close: async () => {
      isClosed = true;
      for (const { stop } of streams.values()) stop.abort();
      await Promise.all([...streams.values()].map(({ done }) => done));
    },
  };
}

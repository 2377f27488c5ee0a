import { AppError } from "@palabre/shared/errors";
import { INTERVAL_MINUTES, type AddFeed, type SourceRead } from "@palabre/shared/protocol";
import { newSourceId, type BoardId, type SourceId } from "@palabre/shared/terms";
import type { PostStore, SourceRecord } from "../stores/index.ts";
import { readFeed, type FeedReading } from "./feed.ts";
import type { GuardedFetch } from "./guardedFetch.ts";
import type { Intake } from "./intake.ts";
import type { NewsListener } from "./listening.ts";
import { afterFailure, afterReading, intervalOf } from "./sourceState.ts";

const NAME_LENGTH = 200;
const URL_LENGTH = 2_000;
const NOTHING = { posts: [], skipped: 0 };

/** The feeds of all boards: begun, and looked at again. */
export interface Feeds {
  /** Reads a feed that is new to its board. @throws AppError as `readFeed`; nothing is kept then */
  begin(board: BoardId, feed: AddFeed, url: string): Promise<SourceRead>;
  /** Looks at a feed once more; who asks while that is under way gets the same answer. @throws AppError as `readFeed`, once the state is kept */
  look(source: SourceRecord): Promise<SourceRead>;
  isBusy(id: SourceId): boolean;
  /** Leaves the looks under way; resolves when they are left. */
  close(): Promise<void>;
}

export function createFeeds(deps: {
  store: PostStore;
  guardedFetch: GuardedFetch;
  intake: Intake;
  tell: NewsListener;
  now: () => number;
  random: () => number;
}): Feeds {
  const { store, guardedFetch, intake, tell, now, random } = deps;
  const looks = new Map<SourceId, Promise<SourceRead>>();
  const begun = new Set<Promise<SourceRead>>();
  const end = new AbortController();
  const read = (feed: { id: SourceId; url: string; etag?: string | undefined; lastModified?: string | undefined }) =>
    readFeed(guardedFetch, feed, { now: now(), signal: end.signal });

  const begin = async (board: BoardId, feed: AddFeed, url: string): Promise<SourceRead> => {
    const id = newSourceId();
    const reading = await read({ id, url });
    // asked without a condition, so an answer "unchanged" is the host's mistake: an empty feed
    const heard = reading.kind === "read" ? reading : NOTHING;
    const title = reading.kind === "read" ? reading.title : "";
    const source: SourceRecord = {
      board,
      id,
      kind: "feed",
      name: feed.name ?? (title === "" ? new URL(url).host.slice(0, NAME_LENGTH) : title),
      url,
      intervalMinutes: feed.intervalMinutes ?? INTERVAL_MINUTES.usual,
      state: "waiting",
      addedAt: now(),
      posts: 0,
      failures: 0,
      nextAt: now() + intervalOf(feed),
    };
    return intake.addSource(source, heard, afterReading(source, reading, heard.posts.length, now()));
  };

  const look = async (source: SourceRecord): Promise<SourceRead> => {
    const reading = await read({ ...source, url: source.url ?? "" }).catch((error: unknown) => fail(source, error));
    const heard = reading.kind === "read" ? reading : NOTHING;
    return intake.addPosts(source, heard, (added) => afterReading(source, reading, source.posts + added, now()));
  };
  const fail = async (source: SourceRecord, error: unknown): Promise<FeedReading> => {
    // left because the server stops: that says nothing of the feed
    if (end.signal.aborted) throw error;
    const fault =
      error instanceof AppError ? error : new AppError("internal", "The feed could not be read", { cause: error });
    const kept = await store.changeSource(source.board, source.id, afterFailure(source, fault, now(), random()));
    if (kept) tell(source.board, { posts: [] });
    throw fault;
  };

  return {
    begin: (board, feed, url) => {
      const work = begin(board, feed, url).finally(() => begun.delete(work));
      begun.add(work);
      return work;
    },
    look: (source) => {
      const running = looks.get(source.id);
      if (running) return running;
      const started = look(source).finally(() => looks.delete(source.id));
      looks.set(source.id, started);
      return started;
    },
    isBusy: (id) => looks.has(id),
    close: async () => {
      end.abort();
      await Promise.allSettled([...looks.values(), ...begun]);
    },
  };
}

/**
 * The one form in which a feed's address is kept, so that it is known again.
 * @throws AppError `bad-address`
 */
export function toFeedUrl(written: string): string {
  if (!URL.canParse(written)) throw badAddress("syntax");
  const url = new URL(written);
  url.hash = "";
  if (url.href.length > URL_LENGTH) throw badAddress("length");
  return url.href;
}
const badAddress = (reason: string): AppError =>
  new AppError("bad-address", `The address is none that can be fetched (${reason})`, { details: { reason } });

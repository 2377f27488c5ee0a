import { AppError } from "@palabre/shared/errors";
import { foldedTerms } from "@palabre/shared/listening";
import type { AddFeed, ListedPost, SourceRead } from "@palabre/shared/protocol";
import { newSourceId, type BoardId, type Post, type SourceId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { PostStore, SourceRecord } from "../stores/index.ts";
import { readCsv } from "./csv.ts";
import { createFeeds, toFeedUrl } from "./feeds.ts";
import type { GuardedFetch } from "./guardedFetch.ts";
import { toPost } from "./heard.ts";
import { createIntake, unknownSource, type Heard } from "./intake.ts";
import type { Listening, NewsListener } from "./listening.ts";
import { createPacer } from "./pacer.ts";
import { createPlaces } from "./places.ts";
import { createSchedule } from "./schedule.ts";
import { intervalOf, toSource } from "./sourceState.ts";

const NAME_LENGTH = 200;
/** Times a minute that people may have one source looked at: a host must not pay for an impatient hand. */
const REFRESHES_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

export interface ListeningDeps {
  readonly store: PostStore;
  readonly guardedFetch: GuardedFetch;
  readonly log: Log;
  readonly now?: () => number;
  /** 0 ≤ random() < 1; spreads the tries after failures */
  readonly random?: () => number;
}

/** Puts listening together. `round` looks at the feeds that are due now, as the schedule does from time to time. */
export function createListening(deps: ListeningDeps): Listening & { round(): Promise<void> } {
  const { store, guardedFetch, log, now = Date.now, random = Math.random } = deps;
  const listeners = new Set<NewsListener>();
  const refreshes = new Map<SourceId, readonly number[]>();
  const adding = new Map<string, Promise<SourceRead>>();

  const tell: NewsListener = (board, news) => {
    for (const listener of listeners) {
      try {
        listener(board, news);
      } catch (error) {
        log.error({ error, board }, "who listens for news of posts failed");
      }
    }
  };
  const places = createPlaces(store);
  const intake = createIntake(store, tell);
  const feeds = createFeeds({ store, guardedFetch, intake, tell, now, random });
  const schedule = createSchedule({
    store,
    log,
    now,
    isBusy: feeds.isBusy,
    look: async (source) => {
      const { board, id } = source;
      try {
        const { added } = await feeds.look(source);
        log.debug({ board, source: id, added }, "a feed was looked at");
        return true;
      } catch (error) {
        log.info({ board, source: id, error }, "a feed could not be read");
        return error instanceof AppError && error.code !== "store-failed";
      }
    },
  });

  const recordOf = async (board: BoardId, id: SourceId): Promise<SourceRecord> => {
    const record = (await store.sources(board)).find((source) => source.id === id);
    if (!record) throw unknownSource(id);
    return record;
  };
  /** A source whose posts are all here already. */
  const addWhole = (board: BoardId, about: Pick<SourceRecord, "id" | "kind" | "name">, heard: Heard) => {
    const source: SourceRecord = { ...about, board, state: "waiting", addedAt: now(), posts: 0, failures: 0 };
    const state = heard.posts.length > 0 ? "fresh" : "empty";
    return intake.addSource(source, heard, { state, readAt: now() });
  };
  const addFeed = async (board: BoardId, feed: AddFeed, url: string): Promise<SourceRead> => {
    const known = (await store.sources(board)).find((source) => source.kind === "feed" && source.url === url);
    return known ? feeds.look(known) : places.take(board, () => feeds.begin(board, feed, url));
  };
  const mayRefresh = (id: SourceId): boolean => {
    const recent = (refreshes.get(id) ?? []).filter((at) => at > now() - MINUTE_MS);
    if (recent.length >= REFRESHES_PER_MINUTE) return false;
    refreshes.set(id, [...recent, now()]);
    return true;
  };

  return {
    addFeed: async (board, feed) => {
      const url = toFeedUrl(feed.url);
      // a double click is one feed
      const key = `${board} ${url}`;
      const running = adding.get(key) ?? addFeed(board, feed, url).finally(() => adding.delete(key));
      adding.set(key, running);
      return running;
    },
    addCsv: (board, file, name) =>
      places.take(board, async () => {
        const id = newSourceId();
        const { items, skipped } = await readCsv(file.bytes, { now: now() });
        const pace = createPacer();
        const posts: Post[] = [];
        for (const item of items) {
          const post = toPost(id, item, now(), { isOwnUrl: false });
          if (post) posts.push(post);
          await pace();
        }
        const called = name ?? nameOfFile(file.name);
        return addWhole(
          board,
          { id, kind: "csv", name: called },
          { posts, skipped: skipped + items.length - posts.length },
        );
      }),
    addPosts: (board, { kind, name }, posts) =>
      places.take(board, async () => {
        const id = newSourceId();
        const own = posts.map((post) => ({ ...post, source: id, id: `${id}:${post.id}` }));
        return (await addWhole(board, { id, kind, name }, { posts: own, skipped: 0 })).source;
      }),
    sources: async (board) => (await store.sources(board)).map(toSource),
    change: async (board, id, { name, intervalMinutes }) => {
      const record = await recordOf(board, id);
      const isPaced = record.kind === "feed" && intervalMinutes !== undefined;
      const nextAt = (record.readAt ?? now()) + intervalOf({ intervalMinutes });
      const changed = await store.changeSource(board, id, {
        ...(name === undefined ? {} : { name }),
        ...(isPaced ? { intervalMinutes } : {}),
        // a source that failed waits as long as its failures make it wait
        ...(isPaced && record.failures === 0 ? { nextAt } : {}),
      });
      if (!changed) throw unknownSource(id);
      tell(board, { posts: [] });
      return toSource(changed);
    },
    remove: async (board, id) => {
      await recordOf(board, id);
      await store.deleteSource(board, id);
      refreshes.delete(id);
      tell(board, { posts: undefined });
    },
    refresh: async (board, id) => {
      const record = await recordOf(board, id);
      if (record.kind !== "feed") return { source: toSource(record), added: 0, known: record.posts, skipped: 0 };
      if (!feeds.isBusy(id) && !mayRefresh(id)) throw tooOften();
      return feeds.look(record);
    },
    page: async (board, { source, query = "", before, limit }) => {
      const terms = foldedTerms(query);
      const sources = new Map((await store.sources(board)).map((record) => [record.id, record]));
      if (source !== undefined && !sources.has(source)) throw unknownSource(source);
      if (query.trim() !== "" && terms.length === 0) return { posts: [], total: 0 };
      // one more than asked says whether there is a next page
      const found = await store.page(board, { source, terms, before, limit: limit + 1 });
      const posts = found.posts.slice(0, limit).map((post) => toListed(post, sources.get(post.source)));
      const next = found.posts.length > limit ? posts.at(-1)?.id : undefined;
      return { posts, total: found.total, ...(next === undefined ? {} : { next }) };
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: schedule.start,
    round: schedule.turn,
    close: async () => {
      await Promise.all([schedule.close(), feeds.close()]);
    },
  };
}

/** What everybody on the board may see of a post. */
const toListed = (
  { id, source, text, at, url, language, heard, engagement }: Post,
  from: SourceRecord | undefined,
): ListedPost => ({
  id,
  source,
  sourceName: from?.name ?? "",
  sourceKind: from?.kind ?? "feed",
  text,
  at,
  url,
  language: heard?.language ?? language,
  ...(heard === undefined ? {} : { heard }),
  ...(engagement === undefined ? {} : { engagement }),
  copies: 0,
});

/** The name of a file without its ending, for people. */
const nameOfFile = (file: string): string =>
  file
    .replace(/^.*[/\\]/, "")
    .replace(/\.[a-z]{1,4}$/i, "")
    .replaceAll(/[\s\p{C}]+/gu, " ")
    .trim()
    .slice(0, NAME_LENGTH) || "CSV";

const tooOften = (): AppError =>
  new AppError("too-many", `A source is looked at ${REFRESHES_PER_MINUTE} times a minute at most: wait a little`, {
    details: { perMinute: REFRESHES_PER_MINUTE },
  });

import { AppError } from "@palabre/shared/errors";
import type { AddFeed, SourceRead } from "@palabre/shared/protocol";
import { newSourceId, type BoardId, type SourceId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { PostStore, SourceRecord } from "../stores/index.ts";
import type { GuardedFetch } from "./guardedFetch.ts";
import { createIntake, unknownSource, type Heard } from "./intake.ts";
import type { Listening, NewsListener } from "./listening.ts";
import { listPosts } from "./listPosts.ts";
import { createLooks } from "./looks.ts";
import { createPlaces } from "./places.ts";
import { createSchedule } from "./schedule.ts";
import { csv, planOf, pulledKind, type Plan } from "./sources/index.ts";
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

/** Puts listening together. `round` looks at the sources that are due now, as the schedule does from time to time. */
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
  const looks = createLooks({ store, guardedFetch, intake, tell, now, random });
  const schedule = createSchedule({
    store,
    log,
    now,
    isBusy: looks.isBusy,
    look: async (source) => {
      const { board, id } = source;
      try {
        const { added } = await looks.look(source);
        log.debug({ board, source: id, added }, "a source was looked at");
        return true;
      } catch (error) {
        log.info({ board, source: id, error }, "a source could not be read");
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
  const add = async (board: BoardId, asked: AddFeed, plan: Plan): Promise<SourceRead> => {
    const known = (await store.sources(board)).find(({ kind, url }) => kind === asked.kind && url === plan.url);
    return known ? looks.look(known) : places.take(board, () => looks.begin(board, asked, plan));
  };
  const mayRefresh = (id: SourceId): boolean => {
    const recent = (refreshes.get(id) ?? []).filter((at) => at > now() - MINUTE_MS);
    if (recent.length >= REFRESHES_PER_MINUTE) return false;
    refreshes.set(id, [...recent, now()]);
    return true;
  };

  return {
    add: async (board, asked) => {
      const plan = planOf(asked);
      // a double click is one source
      const key = `${board} ${asked.kind} ${plan.url}`;
      const running = adding.get(key) ?? add(board, asked, plan).finally(() => adding.delete(key));
      adding.set(key, running);
      return running;
    },
    addCsv: (board, file, name) =>
      places.take(board, async () => {
        const id = newSourceId();
        const world = { fetch: guardedFetch, now: now(), handed: file.bytes };
        const reading = await csv.read({ id }, undefined, world);
        return addWhole(board, { id, kind: "csv", name: name ?? nameOfFile(file.name) }, reading);
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
      const isPaced = pulledKind(record.kind) !== undefined && intervalMinutes !== undefined;
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
      if (!pulledKind(record.kind)) return { source: toSource(record), added: 0, known: record.posts, skipped: 0 };
      if (!looks.isBusy(id) && !mayRefresh(id)) throw tooOften();
      return looks.look(record);
    },
    page: (board, asked) => listPosts(store, board, asked),
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: schedule.start,
    round: schedule.turn,
    close: async () => {
      await Promise.all([schedule.close(), looks.close()]);
    },
  };
}

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

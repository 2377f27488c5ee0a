import { randomBytes } from "node:crypto";
import { AppError } from "@palabre/shared/errors";
import { cutText } from "@palabre/shared/listening";
import type { AddWebhook, SourceRead } from "@palabre/shared/protocol";
import { newSourceId, type BoardId, type SourceId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { PostStore, SourceChange, SourceRecord } from "../stores/index.ts";
import { createCsvForms } from "./csvForms.ts";
import { createVault, type Vault } from "../access/index.ts";
import type { GuardedFetch } from "./guardedFetch.ts";
import type { GuardedSocket } from "./guardedSocket.ts";
import { createImports } from "./imports.ts";
import { createIntake, unknownSource, type Heard } from "./intake.ts";
import type { Listening, NewsListener } from "./listening.ts";
import { listPosts } from "./listPosts.ts";
import { createLooks, type LookLimits } from "./looks.ts";
import { createPlaces } from "./places.ts";
import { createSchedule } from "./schedule.ts";
import { createSecrets } from "./secrets.ts";
import { planOf, pulledKind, type Paced, type Plan } from "./sources/index.ts";
import { intervalOf, toSource } from "./sourceState.ts";
import { createStreams } from "./streams.ts";
import { createWebhooks } from "./webhooks.ts";

const NAME_LENGTH = 200;
/** Times a minute that people may have one source looked at: a host must not pay for an impatient hand. */
const REFRESHES_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

export interface ListeningDeps {
  readonly store: PostStore;
  readonly guardedFetch: GuardedFetch;
  /** without it, sources that have a stream are looked at only */
  readonly guardedSocket?: GuardedSocket;
  /** keeps the secrets of sources; without it they last as long as this process */
  readonly vault?: Vault;
  readonly log: Log;
  readonly now?: () => number;
  readonly lookLimits?: LookLimits;
  /** 0 ≤ random() < 1; spreads the tries after failures */
  readonly random?: () => number;
}

/** Puts listening together. `round` looks at the sources that are due now, as the schedule does from time to time. */
export function createListening(deps: ListeningDeps): Listening & { round(): Promise<void> } {
  const { store, guardedFetch, guardedSocket, log, now = Date.now, random = Math.random } = deps;
  const secrets = createSecrets(deps.vault ?? createVault(randomBytes(32)));
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
  const intake = createIntake(store, tell, now);
  const looks = createLooks({
    store,
    guardedFetch,
    guardedSocket,
    secrets,
    intake,
    tell,
    log,
    now,
    random,
    limits: deps.lookLimits,
  });
  const imports = createImports({ store, intake, tell, now, fetch: guardedFetch });
  const streams = createStreams({ store, looks, intake, tell, log });
  const schedule = createSchedule({
    store,
    log,
    now,
    isBusy: looks.isBusy,
    look: async (source) => {
      const { board, id } = source;
      try {
        const { added } = await looks.look(source);
        await openStream(source);
        log.debug({ board, source: id, added }, "a source was looked at");
        return true;
      } catch (error) {
        log.info({ board, source: id, error }, "a source could not be read");
        return error instanceof AppError && error.code !== "store-failed";
      }
    },
  });

  const changeRecord = async ({ board, id }: SourceRecord, change: SourceChange): Promise<SourceRecord | undefined> => {
    looks.learn(id, change);
    const changed = await store.changeSource(board, id, change);
    // another may have begun meanwhile, with the record as it was
    looks.learn(id, change);
    return changed;
  };
  /** As the source is now: it may be gone since its look began, or have another secret. */
  const openStream = async ({ board, id }: SourceRecord): Promise<void> => {
    const source = (await store.sources(board)).find((record) => record.id === id);
    if (source) streams.open(source);
  };
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
  const add = async (board: BoardId, asked: Paced, plan: Plan): Promise<SourceRead> => {
    const known = (await store.sources(board)).find(({ kind, url }) => kind === asked.kind && url === plan.url);
    const read = known ? await lookWith(known, asked) : await places.take(board, () => looks.begin(board, asked, plan));
    streams.open(await recordOf(board, read.source.id));
    return read;
  };
  /** One that is added again may come with another secret. */
  const lookWith = async (known: SourceRecord, asked: Paced): Promise<SourceRead> => {
    const secret = "secret" in asked ? asked.secret : undefined;
    if (secret === undefined) return looks.look(known);
    const changed = await changeRecord(known, secrets.change(known, secret, now()));
    looks.forget(known.id);
    return looks.look(changed ?? known);
  };
  const csvForms = createCsvForms(store);
  const webhooks = createWebhooks({ secrets, intake, recordOf, now });
  const addWebhook = (board: BoardId, { kind, name, secret }: AddWebhook): Promise<SourceRead> =>
    places.take(board, async () => {
      const id = newSourceId();
      const sealed = secrets.seal(board, id, secret);
      const source: SourceRecord = {
        board,
        id,
        kind,
        name,
        ...sealed,
        state: "waiting",
        addedAt: now(),
        posts: 0,
        failures: 0,
      };
      return intake.addSource(source, { posts: [], skipped: 0 }, {});
    });
  const mayRefresh = (id: SourceId): boolean => {
    const recent = (refreshes.get(id) ?? []).filter((at) => at > now() - MINUTE_MS);
    if (recent.length >= REFRESHES_PER_MINUTE) return false;
    refreshes.set(id, [...recent, now()]);
    return true;
  };

  let cutting: Promise<void> = Promise.resolve();
  const removeCut = (): void => {
    cutting = cutting.then(imports.removeCut).catch((error: unknown) => {
      log.error({ error }, "files that were cut on their way in could not be removed: it is tried with the next start");
    });
  };

  return {
    add: async (board, asked) => {
      if (asked.kind === "webhook") return addWebhook(board, asked);
      const plan = planOf(asked);
      // a double click is one source
      const key = `${board} ${asked.kind} ${plan.url}`;
      const running = adding.get(key) ?? add(board, asked, plan).finally(() => adding.delete(key));
      adding.set(key, running);
      return running;
    },
    addCsv: (board, file, name, form = {}) =>
      places.take(board, async (isKept) => {
        const { options, remember } = csvForms.of(board, form);
        const called = name ?? nameOfFile(file.name);
        const read = await imports.addCsv(board, { name: called, bytes: file.bytes, form: options }, isKept);
        await remember();
        return read;
      }),
    previewCsv: (board, bytes, form) => csvForms.preview(board, bytes, form),
    addPosts: (board, { kind, name }, posts) =>
      places.take(board, async () => {
        const id = newSourceId();
        const own = posts.map((post) => ({ ...post, source: id, id: `${id}:${post.id}` }));
        return (await addWhole(board, { id, kind, name }, { posts: own, skipped: 0 })).source;
      }),
    sources: async (board) =>
      (await store.sources(board)).map((record) => {
        const progress = imports.progressOf(record.id);
        return { ...toSource(record), ...(progress ? { progress } : {}) };
      }),
    noteRead: imports.noteRead,
    change: async (board, id, { name, intervalMinutes, secret }) => {
      const record = await recordOf(board, id);
      const isPaced = pulledKind(record.kind) !== undefined && intervalMinutes !== undefined;
      const nextAt = (record.readAt ?? now()) + intervalOf({ intervalMinutes });
      const changed = await changeRecord(record, {
        ...(name === undefined ? {} : { name }),
        ...(isPaced ? { intervalMinutes } : {}),
        // a source that failed waits as long as its failures make it wait
        ...(isPaced && record.failures === 0 ? { nextAt } : {}),
        ...(secret === undefined ? {} : secrets.change(record, secret, now())),
      });
      if (!changed) throw unknownSource(id);
      if (secret !== undefined) {
        looks.forget(id);
        await streams.end(id);
      }
      tell(board, { posts: [] });
      return toSource(changed);
    },
    remove: async (board, id) => {
      await recordOf(board, id);
      imports.leave(id);
      await store.deleteSource(board, id);
      // not before: a look that ends meanwhile opens the stream of a source that is still there
      await streams.end(id);
      refreshes.delete(id);
      looks.forget(id);
      tell(board, { posts: undefined });
    },
    refresh: async (board, id) => {
      const record = await recordOf(board, id);
      if (!pulledKind(record.kind)) return { source: toSource(record), added: 0, known: record.posts, skipped: 0 };
      if (!looks.isBusy(id) && !mayRefresh(id)) throw tooOften();
      const read = await looks.look(record);
      await openStream(record);
      return read;
    },
    deliver: (board, id, delivery) => webhooks.deliver(board, id, delivery),
    page: (board, asked) => listPosts(store, board, asked),
    countsOf: (board, post) => store.countsOf(board, post),
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: () => {
      schedule.start();
      removeCut();
    },
    lookAgain: removeCut,
    round: schedule.turn,
    close: async () => {
      await Promise.all([schedule.close(), looks.close(), streams.close(), imports.close()]);
      await cutting;
    },
  };
}

/** The name of a file without its ending, for people. */
const nameOfFile = (file: string): string => {
  const name = file
    .replace(/^.*[/\\]/, "")
    .replace(/\.[a-z]{1,4}$/i, "")
    .replaceAll(/[\s\p{C}]+/gu, " ")
    .trim();
  return cutText(name, NAME_LENGTH) || "CSV";
};

const tooOften = (): AppError =>
  new AppError("too-many", `A source is looked at ${REFRESHES_PER_MINUTE} times a minute at most: wait a little`, {
    details: { perMinute: REFRESHES_PER_MINUTE },
  });

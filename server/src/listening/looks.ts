import { AppError } from "@palabre/shared/errors";
import { cutText } from "@palabre/shared/listening";
import { INTERVAL_MINUTES, type SourceRead } from "@palabre/shared/protocol";
import { newSourceId, type BoardId, type SourceId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { PostStore, SourceChange, SourceRecord } from "../stores/index.ts";
import type { GuardedFetch } from "./guardedFetch.ts";
import type { GuardedSocket } from "./guardedSocket.ts";
import type { Intake } from "./intake.ts";
import type { NewsListener } from "./listening.ts";
import { recount } from "./recounts.ts";
import type { Secrets } from "./secrets.ts";
import { pulledKind, type KindOfSource, type Paced, type Plan, type Reading, type World } from "./sources/index.ts";
import { afterFailure, afterReading, intervalOf } from "./sourceState.ts";

const NAME_LENGTH = 200;
export interface LookLimits {
  /** time of one look in all */
  readonly lookMs: number;
  /** until then it may ask for one page more */
  readonly pagesMs: number;
}
const LOOK_LIMITS: LookLimits = { lookMs: 30_000, pagesMs: 12_000 };

/** The looks at the sources of all boards: begun, and looked at again. */
export interface Looks {
  /** Reads a source that is new to its board. @throws AppError as its kind does; nothing is kept then */
  begin(board: BoardId, asked: Paced, plan: Plan): Promise<SourceRead>;
  /**
   * Looks at a source once more; who asks while that is under way, with the same secret, gets the same answer.
   * @throws AppError as its kind does, once the state is kept
   */
  look(source: SourceRecord): Promise<SourceRead>;
  isBusy(id: SourceId): boolean;
  /** A look under way keeps what its source is given meanwhile; with another secret, it says nothing of its source any more. */
  learn(id: SourceId, change: SourceChange): void;
  /** What its kind may use, with what it keeps in memory. @throws AppError `source-credentials` when its secret can't be opened */
  worldOf(source: SourceRecord, signal?: AbortSignal): World;
  forget(id: SourceId): void;
  /** Leaves the looks under way; resolves when they are left. */
  close(): Promise<void>;
}

interface Look {
  /** as it was when the look began */
  readonly source: SourceRecord;
  /** as it is by now */
  latest: SourceRecord;
}
interface Running extends Look {
  readonly done: Promise<SourceRead>;
}

export function createLooks(deps: {
  store: PostStore;
  guardedFetch: GuardedFetch;
  guardedSocket: GuardedSocket | undefined;
  secrets: Secrets;
  intake: Intake;
  tell: NewsListener;
  log: Log;
  now: () => number;
  random: () => number;
  limits?: LookLimits | undefined;
}): Looks {
  const { store, guardedFetch, guardedSocket, secrets, intake, tell, log, now, random, limits = LOOK_LIMITS } = deps;
  const looks = new Map<SourceId, Running>();
  const begun = new Set<Promise<SourceRead>>();
  const memories = new Map<SourceId, Map<string, string>>();
  const end = new AbortController();

  const worldOf = (source: SourceRecord, signal = end.signal): World => {
    const memory = memories.get(source.id) ?? new Map<string, string>();
    memories.set(source.id, memory);
    const secret = secrets.of(source);
    return {
      fetch: guardedFetch,
      connect: guardedSocket,
      // a stream stays open for days: what it hears is of the moment in which it is heard
      get now() {
        return now();
      },
      signal,
      secret,
      memory,
    };
  };
  const kindOf = (source: SourceRecord): KindOfSource => {
    const kind = pulledKind(source.kind);
    if (kind) return kind;
    throw new AppError("internal", `Nobody looks at a source of kind ${source.kind}`);
  };
  /** A look has its time, however many pages it asks for: four slow hosts must not hold up all others. */
  const inTime = async <T>(source: SourceRecord, work: (world: World) => Promise<T>): Promise<T> => {
    const over = AbortSignal.timeout(limits.lookMs);
    const startedAt = performance.now();
    const hasTime = (): boolean => performance.now() - startedAt < limits.pagesMs;
    try {
      return await work({ ...worldOf(source, AbortSignal.any([end.signal, over])), hasTime });
    } catch (error) {
      if (!over.aborted || end.signal.aborted) throw error;
      const seconds = Math.round(limits.lookMs / 1_000);
      throw new AppError("source-timeout", `The source could not be read within ${seconds} s`, {
        details: { seconds },
      });
    }
  };
  const read = (source: SourceRecord): Promise<Reading> =>
    inTime(source, (world) => kindOf(source).read(source, source.cursor, world));

  const begin = async (board: BoardId, asked: Paced, plan: Plan): Promise<SourceRead> => {
    const { kind, name, intervalMinutes = INTERVAL_MINUTES.usual } = asked;
    const secret = "secret" in asked ? asked.secret : undefined;
    const id = newSourceId();
    const source: SourceRecord = {
      board,
      id,
      kind,
      name: cutText(name ?? plan.name, NAME_LENGTH),
      url: plan.url,
      intervalMinutes,
      state: "waiting",
      addedAt: now(),
      posts: 0,
      failures: 0,
      nextAt: now() + intervalOf({ intervalMinutes }),
      ...(plan.settings === undefined ? {} : { settings: plan.settings }),
      ...(secret === undefined ? {} : secrets.seal(board, id, secret)),
    };
    const reading = await read(source);
    const called = name === undefined && reading.title !== "" ? { name: cutText(reading.title, NAME_LENGTH) } : {};
    const then = afterReading(source, reading, reading.posts.length, now());
    return intake.addSource({ ...source, ...called }, reading, then);
  };

  const look = async (underWay: Look): Promise<SourceRead> => {
    const { source } = underWay;
    const reading = await read(source).catch((error: unknown) => fail(underWay, error));
    const heard = await intake.addPosts(source, reading, (added) => {
      const posts = source.posts + added - (reading.gone?.length ?? 0);
      return hasSameSecret(underWay) ? afterReading(underWay.latest, reading, posts, now()) : {};
    });
    if (reading.waitMs === 0 && reading.isUnfinished !== true) await lookBack(source);
    return heard;
  };
  /** What fails here has been read all the same: it is asked for again after the next look. */
  const lookBack = async (source: SourceRecord): Promise<void> => {
    try {
      await inTime(source, (world) => recount(source, kindOf(source), world, { store, intake }));
    } catch (error) {
      if (!end.signal.aborted) log.info({ board: source.board, source: source.id, error }, "counts could not be read");
    }
  };
  const fail = async (underWay: Look, error: unknown): Promise<never> => {
    // left because the server stops: that says nothing of the source
    if (end.signal.aborted) throw error;
    const fault =
      error instanceof AppError ? error : new AppError("internal", "The source could not be read", { cause: error });
    if (!hasSameSecret(underWay)) throw fault;
    const { board, id } = underWay.source;
    const kept = await store.changeSource(board, id, afterFailure(underWay.latest, fault, now(), random()));
    if (kept) tell(board, { posts: [] });
    throw fault;
  };

  return {
    begin: (board, asked, plan) => {
      const work = begin(board, asked, plan).finally(() => begun.delete(work));
      begun.add(work);
      return work;
    },
    look: (source) => {
      const running = looks.get(source.id);
      if (running && running.source.sealed === source.sealed) return running.done;
      const underWay: Look = { source, latest: source };
      const before = running?.done.catch(() => undefined);
      const done = (before ? before.then(() => look(underWay)) : look(underWay)).finally(() => {
        if (looks.get(source.id) === started) looks.delete(source.id);
      });
      const started: Running = Object.assign(underWay, { done });
      looks.set(source.id, started);
      return done;
    },
    isBusy: (id) => looks.has(id),
    learn: (id, change) => {
      const running = looks.get(id);
      if (running) running.latest = { ...running.latest, ...change };
    },
    worldOf,
    forget: (id) => void memories.delete(id),
    close: async () => {
      end.abort();
      await Promise.allSettled([...[...looks.values()].map(({ done }) => done), ...begun]);
    },
  };
}

const hasSameSecret = ({ source, latest }: Look): boolean => latest.sealed === source.sealed;

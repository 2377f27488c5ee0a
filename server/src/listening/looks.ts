import { AppError } from "@palabre/shared/errors";
import { INTERVAL_MINUTES, type AddFeed, type SourceRead } from "@palabre/shared/protocol";
import { newSourceId, type BoardId, type SourceId } from "@palabre/shared/terms";
import type { PostStore, SourceRecord } from "../stores/index.ts";
import type { GuardedFetch } from "./guardedFetch.ts";
import type { Intake } from "./intake.ts";
import type { NewsListener } from "./listening.ts";
import { pulledKind, type Plan, type Reading } from "./sources/index.ts";
import { afterFailure, afterReading, intervalOf } from "./sourceState.ts";

const NAME_LENGTH = 200;

/** The looks at the sources of all boards: begun, and looked at again. */
export interface Looks {
  /** Reads a source that is new to its board. @throws AppError as its kind does; nothing is kept then */
  begin(board: BoardId, asked: AddFeed, plan: Plan): Promise<SourceRead>;
  /** Looks at a source once more; who asks while that is under way gets the same answer. @throws AppError as its kind does, once the state is kept */
  look(source: SourceRecord): Promise<SourceRead>;
  isBusy(id: SourceId): boolean;
  /** Leaves the looks under way; resolves when they are left. */
  close(): Promise<void>;
}

export function createLooks(deps: {
  store: PostStore;
  guardedFetch: GuardedFetch;
  intake: Intake;
  tell: NewsListener;
  now: () => number;
  random: () => number;
}): Looks {
  const { store, guardedFetch, intake, tell, now, random } = deps;
  const looks = new Map<SourceId, Promise<SourceRead>>();
  const begun = new Set<Promise<SourceRead>>();
  const end = new AbortController();
  const read = async (source: Pick<SourceRecord, "id" | "kind" | "url" | "cursor">): Promise<Reading> => {
    const kind = pulledKind(source.kind);
    if (!kind) throw new AppError("internal", `Nobody looks at a source of kind ${source.kind}`);
    return kind.read(source, source.cursor, { fetch: guardedFetch, now: now(), signal: end.signal });
  };

  const begin = async (board: BoardId, asked: AddFeed, plan: Plan): Promise<SourceRead> => {
    const id = newSourceId();
    const { kind } = asked;
    const reading = await read({ id, kind, url: plan.url });
    const source: SourceRecord = {
      board,
      id,
      kind,
      name: (asked.name ?? (reading.title || plan.name)).slice(0, NAME_LENGTH),
      url: plan.url,
      intervalMinutes: asked.intervalMinutes ?? INTERVAL_MINUTES.usual,
      state: "waiting",
      addedAt: now(),
      posts: 0,
      failures: 0,
      nextAt: now() + intervalOf(asked),
    };
    return intake.addSource(source, reading, afterReading(source, reading, reading.posts.length, now()));
  };

  const look = async (source: SourceRecord): Promise<SourceRead> => {
    const reading = await read(source).catch((error: unknown) => fail(source, error));
    return intake.addPosts(source, reading, (added) => afterReading(source, reading, source.posts + added, now()));
  };
  const fail = async (source: SourceRecord, error: unknown): Promise<never> => {
    // left because the server stops: that says nothing of the source
    if (end.signal.aborted) throw error;
    const fault =
      error instanceof AppError ? error : new AppError("internal", "The source could not be read", { cause: error });
    const kept = await store.changeSource(source.board, source.id, afterFailure(source, fault, now(), random()));
    if (kept) tell(source.board, { posts: [] });
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

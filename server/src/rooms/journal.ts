import type { BoardId } from "@palabre/shared/terms";
import type { BoardStore, JournalEntry, StoredName } from "../stores/index.ts";

export interface CommittedEntry {
  readonly bytes: Uint8Array;
  /** as it was handed in */
  readonly from: unknown;
  readonly seq: number;
}

/** Whoever appends; told once of all that a commit holds of it, in the order in which it appended. What it is told by must not throw. */
export interface JournalWriter {
  readonly board: BoardId;
  readonly document: StoredName;
  /** after a failure nothing of this writer is kept any more: what it appended since stands on what was lost */
  readonly hasFailed: boolean;
  committed(entries: readonly CommittedEntry[]): void;
  failed(error: unknown): void;
}

/** What is kept beside the bytes of an entry. */
export type EntryNotes = Pick<JournalEntry, "clients" | "change" | "erases">;

/**
 * One commit for all boards: at once when nothing waits, else with what gathered during the last one.
 *
 * A batch that fails is tried again board by board, so that one board's fault is no other's; unless that takes long, which is the disk's
 * fault, and everybody waits meanwhile.
 */
export interface Journal {
  /** @param from handed back to the writer with the bytes, once they are on disk */
  append(writer: JournalWriter, bytes: Uint8Array, from: unknown, notes?: EntryNotes): void;
  /**
   * Runs `run` once, which must not throw, in time for the next commit: what it appends is in that one. Between two commits of a busy
   * board that is right before the next, so that all that came meanwhile is run in one go; else in this turn of the event loop.
   */
  beforeCommit(run: () => void): void;
  /** Resolves when all that was appended until now is on disk, or has failed. Never rejects. */
  settled(): Promise<void>;
  /** Bytes that were appended and are not on disk yet: a slow disk makes it rise, and whoever reads from people should then wait. */
  backlog(): number;
  /** When a commit last failed, if none went well since; else -Infinity. */
  failedAt(): number;
}

interface Item {
  readonly writer: JournalWriter;
  readonly bytes: Uint8Array;
  readonly from: unknown;
  readonly notes: EntryNotes | undefined;
}

/** entries of one commit from which on a writing crowd is at work, and not one person whose few edits came together */
const BUSY_ENTRIES = 3;

/** as long as a store waits for a lock that another process holds */
const MAX_RETRY_MS = 5_000;

export function createJournal(deps: {
  store: Pick<BoardStore, "append">;
  now: () => number;
  /** from one commit's start to the next, and while much is written */
  everyMs: number;
  busyEveryMs: number;
}): Journal {
  const { store, now, everyMs, busyEveryMs } = deps;
  let queue: Item[] = [];
  let due: (() => void)[] = [];
  let isRunning = false;
  let isPausing = false;
  let lastStart = Number.NEGATIVE_INFINITY;
  let lastSize = 0;
  let backlog = 0;
  let failedAt = Number.NEGATIVE_INFINITY;
  let appended = 0;
  let done = 0;
  const waiting: { readonly upTo: number; readonly resolve: () => void }[] = [];

  /** Whether it is on disk; the writers have been told if so. */
  const write = async (
    items: readonly Item[],
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly error: unknown }> => {
    let seqs: readonly number[];
    try {
      seqs = await store.append(
        items.map(({ writer, bytes, notes }) => ({ board: writer.board, document: writer.document, bytes, ...notes })),
      );
    } catch (error) {
      failedAt = now();
      return { ok: false, error };
    }
    failedAt = Number.NEGATIVE_INFINITY;
    const byWriter = new Map<JournalWriter, CommittedEntry[]>();
    for (const [index, { writer, bytes, from }] of items.entries()) {
      const entry = { bytes, from, seq: seqs[index] ?? 0 };
      const entries = byWriter.get(writer);
      if (entries) entries.push(entry);
      else byWriter.set(writer, [entry]);
    }
    for (const [writer, entries] of byWriter) writer.committed(entries);
    return { ok: true };
  };
  const writeByBoard = async (items: readonly Item[], error: unknown) => {
    let failure = error;
    for (const group of byBoard(items)) {
      if (now() - lastStart < MAX_RETRY_MS) {
        const written = await write(group);
        if (written.ok) continue;
        failure = written.error;
      }
      for (const writer of new Set(group.map((item) => item.writer))) writer.failed(failure);
    }
  };
  const commit = async (items: readonly Item[]) => {
    const written = await write(items);
    if (!written.ok) await writeByBoard(items, written.error);
  };
  /** Milliseconds until the next commit may start; 0 or less: at once. */
  const pauseMs = () => {
    const interval = lastSize >= BUSY_ENTRIES ? busyEveryMs : everyMs;
    // a clock that was set back must not hold up the disk for as long
    return Math.min(interval, lastStart + interval - now());
  };
  const runDue = () => {
    const runs = due;
    due = [];
    for (const each of runs) each();
  };
  const run = async () => {
    while (queue.length > 0 || due.length > 0) {
      const pause = pauseMs();
      if (pause > 0) {
        isPausing = true;
        await new Promise((resolve) => setTimeout(resolve, pause));
        isPausing = false;
      }
      runDue();
      lastStart = now();
      const taken = queue;
      queue = [];
      lastSize = taken.length;
      const items = taken.filter(({ writer }) => !writer.hasFailed);
      if (items.length > 0) await commit(items);
      done += taken.length;
      for (const { bytes } of taken) backlog -= bytes.length;
      while (waiting[0] && waiting[0].upTo <= done) waiting.shift()?.resolve();
    }
    isRunning = false;
  };
  return {
    append: (writer, bytes, from, notes) => {
      queue.push({ writer, bytes, from, notes });
      appended += 1;
      backlog += bytes.length;
      if (isRunning) return;
      isRunning = true;
      // not in this very call: what arrived in the same packet shares the commit
      queueMicrotask(() => void run());
    },
    beforeCommit: (each) => {
      due.push(each);
      if (isPausing) return;
      if (isRunning || pauseMs() <= 0) {
        if (due.length === 1) setImmediate(runDue);
        return;
      }
      isRunning = true;
      void run();
    },
    backlog: () => backlog,
    failedAt: () => failedAt,
    settled: () =>
      done === appended ? Promise.resolve() : new Promise((resolve) => waiting.push({ upTo: appended, resolve })),
  };
}

function byBoard(items: readonly Item[]): Iterable<readonly Item[]> {
  const groups = new Map<BoardId, Item[]>();
  for (const item of items) {
    const group = groups.get(item.writer.board);
    if (group) group.push(item);
    else groups.set(item.writer.board, [item]);
  }
  return groups.values();
}

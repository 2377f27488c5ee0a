import { setImmediate as nextTurn } from "node:timers/promises";
import { newBoardId, type BoardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { openBoardStore, type BoardStore, type JournalEntry } from "../stores/index.ts";
import { createJournal, type CommittedEntry, type JournalWriter } from "./journal.ts";

/** A store that keeps its callers waiting until told, and fails for the boards it is told. */
async function heldStore(boards: readonly BoardId[]) {
  const store = await openBoardStore(undefined);
  for (const id of boards) {
    await store.createBoard(
      {
        id,
        title: "t",
        language: "fr",
        createdAt: 1,
        counters: { facilitator: 1, participant: 1, viewer: 1 },
        historyDays: 365,
      },
      [],
    );
  }
  const batches: (readonly JournalEntry[])[] = [];
  const failing = new Set<BoardId>();
  let gate: Promise<void> = Promise.resolve();
  const append = async (batch: readonly JournalEntry[]) => {
    batches.push(batch);
    await gate;
    if (batch.some(({ board }) => failing.has(board))) throw new Error("disk full");
    return store.append(batch);
  };
  const hold = () => {
    let release = () => {};
    gate = new Promise((resolve) => (release = resolve));
    return () => release();
  };
  return { store: withAppend(store, append), batches, failing, hold };
}

/** The store with one of its calls replaced. */
const withAppend = (store: BoardStore, append: BoardStore["append"]): BoardStore =>
  new Proxy(store, {
    get: (target, name) => {
      const method: unknown = name === "append" ? append : Reflect.get(target, name);
      return typeof method === "function" ? method.bind(target) : method;
    },
  });

class Writer implements JournalWriter {
  readonly document = "board" as const;
  readonly board: BoardId;
  readonly told: string[] = [];
  hasFailed = false;
  constructor(board: BoardId) {
    this.board = board;
  }
  committed(entries: readonly CommittedEntry[]): void {
    for (const { bytes, from, seq } of entries) this.told.push(`${String(from)}: ${bytes.join(" ")} as ${seq}`);
  }
  failed(): void {
    this.hasFailed = true;
    this.told.push("failed");
  }
}

const bytes = (...numbers: readonly number[]) => Uint8Array.from(numbers);

describe("journal", () => {
  it("[R21] commits at once when nothing waits, then all that gathered meanwhile, at most so often", async () => {
    const [one, two] = [newBoardId(), newBoardId()];
    const { store, batches, hold } = await heldStore([one, two]);
    let time = 1_000;
    const journal = createJournal({ store, now: () => (time += 1), everyMs: 8, busyEveryMs: 16 });
    const [a, b] = [new Writer(one), new Writer(two)];
    const release = hold();
    journal.append(a, bytes(1), "first");
    await Promise.resolve();
    expect(batches).toHaveLength(1);
    journal.append(b, bytes(2), "second");
    journal.append(a, bytes(3), "third");
    expect(a.told).toEqual([]);
    release();
    await journal.settled();
    expect(batches.map((batch) => batch.map(({ bytes: [value] }) => value))).toEqual([[1], [2, 3]]);
    expect(a.told).toEqual(["first: 1 as 1", "third: 3 as 2"]);
    expect(b.told).toEqual(["second: 2 as 1"]);
    await journal.settled();
  });

  it("[R70] what comes between two commits of a busy board is run in one go, right before the next; else in the same turn", async () => {
    const board = newBoardId();
    const { store, batches } = await heldStore([board]);
    const journal = createJournal({ store, now: () => 1_000, everyMs: 0, busyEveryMs: 200 });
    const writer = new Writer(board);
    const run: number[] = [];
    const append = (value: number) => {
      run.push(value);
      journal.append(writer, bytes(value), "somebody");
    };
    journal.beforeCommit(() => append(1));
    await nextTurn();
    expect(run).toEqual([1]);
    await journal.settled();
    expect(batches).toHaveLength(1);
    for (const value of [2, 3, 4]) append(value);
    await journal.settled();
    journal.beforeCommit(() => append(5));
    await nextTurn();
    journal.beforeCommit(() => append(6));
    await nextTurn();
    expect(run).toEqual([1, 2, 3, 4]);
    await expect.poll(() => writer.told).toHaveLength(6);
    expect(batches.map((batch) => batch.map(({ bytes: [value] }) => value))).toEqual([[1], [2, 3, 4], [5, 6]]);
  });

  it("[R12] tries a failed batch again board by board: one board's fault is no other's", async () => {
    const [good, bad] = [newBoardId(), newBoardId()];
    const { store, failing } = await heldStore([good, bad]);
    failing.add(bad);
    const journal = createJournal({ store, now: () => 0, everyMs: 0, busyEveryMs: 0 });
    const [a, b] = [new Writer(good), new Writer(bad)];
    journal.append(b, bytes(1), "lost");
    journal.append(a, bytes(2), "kept");
    await journal.settled();
    expect(a.told).toEqual(["kept: 2 as 1"]);
    expect(b.told).toEqual(["failed"]);
    // what stands on what was lost is not kept either
    failing.clear();
    journal.append(b, bytes(3), "after");
    await journal.settled();
    expect(b.told).toEqual(["failed"]);
    expect((await store.load(bad, "board")).updates).toEqual([]);
  });
});

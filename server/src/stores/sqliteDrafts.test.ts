import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { draftNameOf, newBoardId, newPersonId, newPhaseId, type BoardId, type DraftName } from "@palabre/shared/terms";
import { expect, onTestFinished, test } from "vitest";
import { DEFAULT_HISTORY_DAYS, type JournalEntry } from "./boardStore.ts";
import { packEntries } from "./packedEntries.ts";
import { SqliteBoards } from "./sqliteBoards.ts";

/** Boards in a file of this test's own, and what was ever written of drafts. */
async function openBoards() {
  const folder = await mkdtemp(join(tmpdir(), "palabre-drafts-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "boards.db");
  const boards = new SqliteBoards(file);
  onTestFinished(() => boards.close());
  const append = (entries: readonly JournalEntry[]) => boards.append(packEntries(entries));
  const traces = new Map<DraftName, Buffer[]>();
  const note = (name: DraftName, ...bytes: Buffer[]) => traces.set(name, [...(traces.get(name) ?? []), ...bytes]);
  const addBoard = (): BoardId => {
    const id = newBoardId();
    const counters = { facilitator: 1, participant: 1, viewer: 1 };
    boards.createBoard(
      { id, title: "t", language: "fr", createdAt: 1, counters, historyDays: DEFAULT_HISTORY_DAYS },
      packEntries([]),
    );
    return id;
  };
  /** How much of what was written of a draft is in the files, down to any half of a record. */
  const left = async (names: Iterable<DraftName>) => {
    const bytes = Buffer.concat(
      await Promise.all(["", "-wal", "-shm"].map((end) => readFile(file + end).catch(() => Buffer.alloc(0)))),
    );
    const found: string[] = [];
    for (const name of names) {
      if (bytes.includes(name)) found.push(name);
      for (const trace of traces.get(name) ?? [])
        for (let at = 0; at + 16 <= trace.length; at += 16)
          if (bytes.includes(trace.subarray(at, at + 16))) found.push(`${name} ${at}`);
    }
    return found;
  };
  return {
    boards,
    append,
    file,
    addBoard,
    left,
    /** One batch of entries of so many bytes each; a checkpoint after each twentieth of a draft. */
    write: (entries: readonly (readonly [BoardId, DraftName, number])[]) => {
      const batch = entries.map(([board, document, size]) => ({ board, document, bytes: randomBytes(size) }));
      for (const { document, bytes } of batch) note(document, bytes);
      for (const [index, seq] of append(batch).entries()) {
        const [board, name, size] = entries[index] ?? [];
        if (!board || !name || size === undefined || seq % 20 !== 0) continue;
        const packed = { gzip: randomBytes(size * 3), vector: randomBytes(32) };
        note(name, packed.gzip, packed.vector);
        boards.checkpoint(board, name, seq, packed);
      }
    },
  };
}

test("[F40] erased drafts leave no byte in the file nor in its log, and other drafts stay as they were", async () => {
  const { boards, append, addBoard, left, write } = await openBoards();
  const [board, other] = [addBoard(), addBoard()];
  const [phase, later] = [newPhaseId(), newPhaseId()];
  const people = Array.from({ length: 12 }, newPersonId);
  const gone = people.map((person) => draftNameOf(phase, person));
  const kept = people.map((person) => draftNameOf(later, person));
  // entries of many sizes, in an order in which pages are split, filled and emptied
  for (let round = 0; round < 20; round += 1) {
    write([
      ...gone.map((name, index) => [board, name, 16 + ((round * 37 + index * 91) % 400)] as const),
      ...kept.map((name, index) => [other, name, 16 + ((round * 53 + index) % 300)] as const),
      ...gone.map((name) => [board, name, round % 9 === 0 ? 6_000 : 24] as const),
    ]);
  }
  append([{ board, document: "board", bytes: randomBytes(40) }]);
  const before = kept.map((name) => boards.load(other, name));
  expect(await left(gone)).not.toEqual([]);
  expect(boards.drafts(board).map(({ round, people: of }) => [round, of.length])).toEqual([[0, 12]]);

  expect(boards.eraseDrafts(board, phase)).toBe(1);
  expect(await left(gone)).toEqual([]);
  expect(boards.drafts(board)).toEqual([{ phase, round: 1, people: [] }]);
  expect(kept.map((name) => boards.load(other, name))).toEqual(before);
  expect(boards.load(board, gone[0] ?? "board")).toMatchObject({ seq: 0, updates: [], checkpoint: undefined });
}, 60_000);

test("[F40] an entry of the board erases the drafts that it reveals in its own transaction", async () => {
  const { boards, append, addBoard, left, write } = await openBoards();
  const board = addBoard();
  const phase = newPhaseId();
  const name = draftNameOf(phase, newPersonId());
  write([
    [board, name, 100],
    [board, name, 200],
  ]);
  const entry = { board, document: "board", bytes: randomBytes(40), erases: phase } as const;
  // what fails leaves all as it was
  expect(() => append([entry, { ...entry, board: newBoardId() }])).toThrow(/no board/);
  expect(boards.load(board, name).seq).toBe(2);
  expect(boards.load(board, "board").seq).toBe(0);
  expect(append([entry])).toEqual([1]);
  expect(boards.drafts(board)).toEqual([{ phase, round: 1, people: [] }]);
  expect(await left([name])).toEqual([]);
});

test("[F40] nothing else is kept of a draft: neither whose its client ids are, nor what changed", async () => {
  const { boards, append, addBoard } = await openBoards();
  const board = addBoard();
  const document = draftNameOf(newPhaseId(), newPersonId());
  const entry = { board, document, bytes: randomBytes(8) };
  expect(() => append([{ ...entry, clients: [{ client: 1, device: "d" }] }])).toThrow(/client ids/);
  expect(() => append([{ ...entry, change: { at: 1, facts: [] } }])).toThrow(/can't be logged/);
  expect(boards.load(board, document).seq).toBe(0);
});

test("[F40] a reader that stands in the way holds nobody up, and the log is emptied once it is gone", async () => {
  const { boards, append, file, addBoard, left, write } = await openBoards();
  const board = addBoard();
  const [phase, document] = [newPhaseId(), "board" as const];
  const name = draftNameOf(phase, newPersonId());
  write([[board, name, 300]]);
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM boards").get();
  const from = performance.now();
  boards.eraseDrafts(board, phase);
  append([{ board, document, bytes: randomBytes(8) }]);
  // a lock is waited for five seconds
  expect(performance.now() - from).toBeLessThan(4_000);
  reader.exec("COMMIT");
  reader.close();
  append([{ board, document, bytes: randomBytes(8) }]);
  expect(await left([name])).toEqual([]);
});

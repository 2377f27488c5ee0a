import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newBoardId } from "@palabre/shared/terms";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BOARD_MIGRATIONS } from "./migrations/index.ts";
import { inTransaction, openSqliteFile, type Database } from "./sqliteFile.ts";
import { SqliteJournal } from "./sqliteJournal.ts";
import { SHARED_TABLES } from "./documentTables.ts";

const board = newBoardId();
const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
let folder: string;
let db: Database;
let journal: SqliteJournal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palabre-journal-"));
  db = openSqliteFile(join(folder, "boards.db"), BOARD_MIGRATIONS);
  db.prepare("INSERT INTO boards VALUES (?, 'title', 'fr', 0, 0, 0, 0, 365)").run(board);
  journal = new SqliteJournal(db, SHARED_TABLES);
});
afterEach(async () => {
  db.close();
  await rm(folder, { recursive: true });
});

const append = (...bytes: number[]): readonly number[] =>
  inTransaction(db, () => journal.append(bytes.map((byte) => ({ board, document: "board", bytes: bytesOf(byte) }))));
const checkpoint = (seq: number): void =>
  inTransaction(db, () => journal.checkpoint(board, "board", seq, { gzip: bytesOf(100 + seq), vector: bytesOf(seq) }));

const spoil = (seq: number): void => {
  db.prepare("UPDATE checkpoints SET bytes = ? WHERE seq = ?").run(bytesOf(255), seq);
};
const kept = (table: "checkpoints" | "updates" | "quarantine"): readonly number[] =>
  db
    .prepare(`SELECT seq FROM ${table} ORDER BY seq`)
    .all()
    .map((row: { seq: number }) => row.seq);
const refused = expect.objectContaining({ code: "damaged-document" });

test("[S8] the last two checkpoints are kept, and the entries after the older one", () => {
  append(1, 2, 3, 4, 5);
  checkpoint(2);
  expect([kept("checkpoints"), kept("updates")]).toEqual([[2], [1, 2, 3, 4, 5]]);
  checkpoint(3);
  expect([kept("checkpoints"), kept("updates")]).toEqual([
    [2, 3],
    [3, 4, 5],
  ]);
  checkpoint(5);
  expect([kept("checkpoints"), kept("updates")]).toEqual([
    [3, 5],
    [4, 5],
  ]);
});

test("[S8] without an earlier checkpoint, the whole journal stands behind a damaged one", () => {
  append(1, 2, 3);
  checkpoint(2);
  spoil(2);
  const { damaged, ...found } = journal.load(board, "board");
  expect(found).toEqual({
    checkpoint: undefined,
    isPacked: false,
    updates: [bytesOf(1), bytesOf(2), bytesOf(3)],
    seqs: [1, 2, 3],
    seq: 3,
    journalBytes: 3,
    quarantined: 0,
  });
  expect(damaged).toEqual({ checkpoints: [expect.objectContaining({ seq: 2, bytes: bytesOf(255) })], entries: [] });
  journal.quarantine(board, "board", damaged);
  expect(kept("checkpoints")).toEqual([]);
  expect(kept("quarantine")).toEqual([2]);
});

test("[S8] a damaged checkpoint is none to fall back to: the one before it and its journal stay", () => {
  append(1, 2, 3, 4);
  checkpoint(1);
  checkpoint(2);
  spoil(2);
  checkpoint(3);
  expect([kept("checkpoints"), kept("updates")]).toEqual([
    [1, 3],
    [2, 3, 4],
  ]);
  spoil(3);
  expect(journal.load(board, "board")).toEqual({
    checkpoint: bytesOf(101),
    updates: [bytesOf(2), bytesOf(3), bytesOf(4)],
    seqs: [2, 3, 4],
    seq: 4,
    journalBytes: 3,
    isPacked: true,
    quarantined: 0,
    damaged: { checkpoints: [expect.objectContaining({ seq: 3 })], entries: [] },
  });
  // the first damaged one went to quarantine when the next checkpoint was made
  expect(kept("quarantine")).toEqual([2]);
});

test.each([2, 3])("[S9] a document opens without entry %i of three when that is gone", (seq) => {
  append(1, 2, 3);
  db.prepare("DELETE FROM updates WHERE seq = ?").run(seq);
  const left = [1, 2, 3].filter((other) => other !== seq);
  const found = journal.load(board, "board");
  expect(found).toMatchObject({ seqs: left, updates: left.map((byte) => bytesOf(byte)), seq: 3, quarantined: 1 });
  journal.quarantine(board, "board", found.damaged);
  expect(journal.load(board, "board")).toEqual({ ...found, damaged: { checkpoints: [], entries: [] } });
  expect(append(4)).toEqual([4]);
});

test("[S9] a document of which the beginning is gone is refused: nobody can say how much that was", () => {
  append(1, 2, 3);
  db.exec("DELETE FROM updates WHERE seq = 1");
  expect(() => journal.load(board, "board")).toThrow(refused);
});

test("[S9] a head far beyond all that is there is damage, not a gap", () => {
  append(1, 2, 3);
  db.exec("UPDATE documents SET seq = 1099511627776");
  expect(() => journal.load(board, "board")).toThrow(refused);
});

test("[S9] a document is refused when both its checkpoints are gone", () => {
  append(1, 2);
  checkpoint(1);
  checkpoint(2);
  db.exec("DELETE FROM checkpoints");
  expect(() => journal.load(board, "board")).toThrow(refused);
});

test("[S2] a full disk refuses a batch whole, and takes it once there is room", () => {
  append(1);
  const { page_count: pages } = db.prepare("PRAGMA page_count").get();
  db.exec(`PRAGMA max_page_count = ${pages}`);
  const entry = { board, document: "board" as const };
  const batch = [
    { ...entry, bytes: bytesOf(2) },
    { ...entry, bytes: new Uint8Array(100_000) },
  ];
  expect(() => inTransaction(db, () => journal.append(batch))).toThrow("full");
  expect(journal.load(board, "board")).toMatchObject({ updates: [bytesOf(1)], seq: 1 });
  db.exec(`PRAGMA max_page_count = ${pages + 1_000}`);
  expect(inTransaction(db, () => journal.append(batch))).toEqual([2, 3]);
});

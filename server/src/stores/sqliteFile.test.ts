import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteFile } from "./sqliteFile.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palabre-sqlite-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Without SQLite's log, which stays for a while after closing. */
const filesIn = (place: string) => readdirSync(place).filter((name) => !/-(wal|shm)$/.test(name));

const FIRST = "CREATE TABLE cards (title TEXT NOT NULL) STRICT; INSERT INTO cards VALUES ('one')";
const SECOND = "ALTER TABLE cards ADD COLUMN colour TEXT NOT NULL DEFAULT 'ink'";

test("[S6] an older file is brought up to date, each step once, and keeps what it holds", () => {
  const file = join(folder, "cards.db");
  openSqliteFile(file, [FIRST]).close();
  openSqliteFile(file, [FIRST, SECOND]).close();
  const db = openSqliteFile(file, [FIRST, SECOND]);
  expect(db.prepare("SELECT * FROM cards").all()).toEqual([{ title: "one", colour: "ink" }]);
  db.close();
});

test("[U6] an older file is kept as it was beside the upgraded one, whatever lay there, and a new one is not", () => {
  const file = join(folder, "cards.db");
  openSqliteFile(file, [FIRST]).close();
  expect(filesIn(folder)).toEqual(["cards.db"]);
  writeFileSync(join(folder, "cards.v1.db"), "of an upgrade that was gone back from");
  openSqliteFile(file, [FIRST, SECOND]).close();
  openSqliteFile(file, [FIRST, SECOND]).close();
  expect(filesIn(folder)).toEqual(["cards.db", "cards.v1.db"]);
  // the release before opens the copy in the place of the file and its log
  for (const name of ["cards.db", "cards.db-wal", "cards.db-shm"]) rmSync(join(folder, name), { force: true });
  renameSync(join(folder, "cards.v1.db"), file);
  const db = openSqliteFile(file, [FIRST]);
  expect(db.prepare("SELECT * FROM cards").all()).toEqual([{ title: "one" }]);
  db.close();
});

test("[U6] a file of which no copy can be kept is not upgraded", () => {
  const file = join(folder, "cards.db");
  openSqliteFile(file, [FIRST]).close();
  mkdirSync(join(folder, "cards.v1.db"));
  expect(() => openSqliteFile(file, [FIRST, SECOND])).toThrow("could not be kept as it was");
  expect(filesIn(folder)).toEqual(["cards.db", "cards.v1.db"]);
  const db = openSqliteFile(file, [FIRST]);
  expect(db.prepare("SELECT * FROM cards").all()).toEqual([{ title: "one" }]);
  db.close();
});

test("[S10] a step that fails leaves the file as it was", () => {
  const file = join(folder, "cards.db");
  openSqliteFile(file, [FIRST]).close();
  const open = () => openSqliteFile(file, [FIRST, SECOND, "INSERT INTO nowhere VALUES (1)"]);
  expect(open).toThrow("cards.db can't be opened");
  const db = openSqliteFile(file, [FIRST]);
  expect(db.prepare("SELECT * FROM cards").all()).toEqual([{ title: "one" }]);
  db.close();
});

test("[S1] a commit waits for the disk", () => {
  const db = openSqliteFile(join(folder, "cards.db"), [FIRST]);
  const FULL = 2;
  expect(db.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: FULL });
  expect(db.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
  expect(db.prepare("PRAGMA foreign_keys").get()).toEqual({ foreign_keys: 1 });
  db.close();
});

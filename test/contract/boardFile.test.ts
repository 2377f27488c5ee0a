import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openBoardStore, openPostStore } from "@palabre/server/stores";
import { DatabaseSync } from "@photostructure/sqlite";
import { boardIdSchema } from "@palabre/shared/terms";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boardRecord, bytesOf, entryOf, packedOf, storedDocument } from "./records.ts";
import { SCHEMA_1 } from "./schema1.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palabre-file-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Flips one bit of the bytes that begin with `mark`, wherever they stand in the file. */
async function flipBit(file: string, mark: string | Buffer): Promise<void> {
  const bytes = await readFile(file);
  const at = bytes.indexOf(mark);
  expect(at, `${mark.toString()} is in the file`).toBeGreaterThan(0);
  bytes[at + mark.length] = (bytes[at + mark.length] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

describe("a board file on a failing disk", () => {
  const board = boardRecord();
  const bytes = (mark: string): Uint8Array => new Uint8Array(Buffer.from(`${mark}: some words`));
  const entry = (seq: number): Uint8Array => bytes(`update ${seq}`);
  const load = async () => {
    const store = await openBoardStore(folder);
    try {
      return await store.load(board.id, "board");
    } finally {
      await store.close();
    }
  };
  /** Damages the file from outside. @returns the bytes of entries as they are now */
  const spoil = (sql: string) => {
    const db = new DatabaseSync(join(folder, "boards.db"));
    // what was spoilt stands in the file itself, not in its log: opening it moves no bytes
    db.exec(`${sql}; PRAGMA wal_checkpoint(TRUNCATE)`);
    const rows = db.prepare("SELECT seq, bytes FROM updates").all() as { seq: number; bytes: Uint8Array }[];
    db.close();
    return (seq: number) => rows.find((row) => row.seq === seq)?.bytes ?? new Uint8Array();
  };
  const quarantine = () => {
    const db = new DatabaseSync(join(folder, "boards.db"));
    const rows = db.prepare("SELECT kind, seq, bytes FROM quarantine ORDER BY key").all();
    db.close();
    return rows;
  };
  beforeEach(async () => {
    const store = await openBoardStore(folder);
    await store.createBoard(board, []);
    for (const seq of [1, 2, 3, 4, 5, 6]) {
      await store.append([{ board: board.id, document: "board", bytes: bytes(`update ${seq}`) }]);
      if (seq === 2 || seq === 4)
        await store.checkpoint(board.id, "board", seq, {
          gzip: gzipSync(bytes(`checkpoint ${seq}`)),
          vector: bytes(`vector ${seq}`),
        });
    }
    await store.close();
  });

  test("[S8] a damaged checkpoint gives way to the one before it, which loses nothing", async () => {
    await flipBit(join(folder, "boards.db"), "vector 4");
    expect(await load()).toEqual(storedDocument(bytes("checkpoint 2"), [3, 4, 5, 6].map(entry), 6));
  });

  test("[S8] damage in what is kept only for falling back is not met", async () => {
    await flipBit(join(folder, "boards.db"), "vector 2");
    await flipBit(join(folder, "boards.db"), "update 3");
    expect(await load()).toEqual(storedDocument(bytes("checkpoint 4"), [5, 6].map(entry), 6));
  });

  test.each([
    ["flipped bit", "UPDATE updates SET bytes = CAST(x'00' || substr(bytes, 2) AS BLOB) WHERE seq = 5", [6], [5]],
    ["torn record", "UPDATE updates SET bytes = substr(bytes, 1, 9) WHERE seq = 6", [5], [6]],
    ["lost end", "DELETE FROM updates WHERE seq >= 6", [5], [6]],
    ["record that is gone", "DELETE FROM updates WHERE seq = 5", [6], [5]],
  ])("[S9] a document with a %s opens without it, and says so", async (_, sql, left, lost) => {
    const found = spoil(sql);
    const expected = {
      checkpoint: bytes("checkpoint 4"),
      updates: left.map(entry),
      seqs: left,
      seq: 6,
      journalBytes: entry(5).byteLength,
      quarantined: 1,
    };
    expect(await load()).toEqual(expected);
    // again, from what the first load left
    expect(await load()).toEqual(expected);
    expect(quarantine()).toEqual(lost.map((seq) => ({ kind: "entry", seq, bytes: found(seq) })));

    const store = await openBoardStore(folder);
    expect(await store.append([{ board: board.id, document: "board", bytes: entry(7) }])).toEqual([7]);
    await store.checkpoint(board.id, "board", 7, { gzip: gzipSync(bytes("checkpoint 7")), vector: bytes("vector 7") });
    expect(await store.load(board.id, "board")).toEqual({
      ...storedDocument(bytes("checkpoint 7"), [], 7),
      quarantined: 1,
    });
    await store.close();
    expect(quarantine()).toEqual(lost.map((seq) => ({ kind: "entry", seq, bytes: found(seq) })));
  });

  test("[S9] the last good state is the older checkpoint when the newer one and an entry between are damaged", async () => {
    const found = spoil(
      "UPDATE checkpoints SET bytes = x'00' WHERE seq = 4; UPDATE updates SET bytes = x'01' WHERE seq = 3",
    );
    const updates = [4, 5, 6].map(entry);
    expect(await load()).toEqual({
      ...storedDocument(bytes("checkpoint 2"), updates, 6),
      quarantined: 1,
    });
    expect(quarantine()).toEqual([
      { kind: "checkpoint", seq: 4, bytes: Uint8Array.of(0) },
      { kind: "entry", seq: 3, bytes: found(3) },
    ]);
  });

  test("[S9] a board of which nothing is left but its number is refused, and left as it is", async () => {
    spoil("DELETE FROM checkpoints; UPDATE updates SET bytes = x'01'; UPDATE documents SET seq = 6");
    const before = await readFile(join(folder, "boards.db"));
    await expect(load()).rejects.toMatchObject({ code: "damaged-document" });
    expect(Buffer.compare(await readFile(join(folder, "boards.db")), before)).toBe(0);
    expect(quarantine()).toEqual([]);
  });

  test("[S9] a document is refused when no checkpoint can be read any more", async () => {
    await flipBit(join(folder, "boards.db"), "vector 2");
    await flipBit(join(folder, "boards.db"), "vector 4");
    await expect(load()).rejects.toMatchObject({ code: "damaged-document" });
  });
});

describe("a file of an earlier release", () => {
  test("[S6] a file of schema 1 opens with all that it holds, and takes what is new", async () => {
    const board = boardRecord({ historyDays: 365 });
    const file = join(folder, "boards.db");
    const db = new DatabaseSync(file);
    db.exec(SCHEMA_1);
    const { id, title, language, createdAt } = board;
    db.prepare("INSERT INTO boards VALUES (?, ?, ?, ?, 0, 0, 0)").run(id, title, language, createdAt);
    db.prepare("INSERT INTO documents VALUES (?, 'board', 3)").run(id);
    const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
    for (const seq of [1, 2, 3]) {
      db.prepare("INSERT INTO updates VALUES (?, 'board', ?, ?, ?)").run(id, seq, bytesOf(seq), sha(bytesOf(seq)));
    }
    const plain = bytesOf(101);
    db.prepare("INSERT INTO checkpoints VALUES (?, 'board', 1, ?, ?)").run(id, plain, sha(plain));
    // freed pages, as an old file has them
    db.exec("CREATE TABLE ballast (bytes BLOB); INSERT INTO ballast VALUES (zeroblob(200000)); DROP TABLE ballast");
    db.close();

    const store = await openBoardStore(folder);
    expect((await readdir(folder)).filter((name) => name.includes(".v"))).toEqual(["boards.v1.db"]);
    expect((await stat(file)).size).toBeLessThan(200_000);
    expect(await store.board(id)).toEqual(board);
    expect(await store.load(id, "board")).toEqual(storedDocument(plain, [bytesOf(2), bytesOf(3)], 3));
    // its vector is not known
    expect(await store.checkpointOf(id, "board")).toBeUndefined();
    const packed = packedOf(bytesOf(103));
    await store.checkpoint(id, "board", 3, packed);
    expect(await store.checkpointOf(id, "board")).toEqual({ ...packed, seq: 3 });
    expect(await store.append([{ ...entryOf(id, 4), clients: [{ client: 7, device: "d0" }] }])).toEqual([4]);
    expect(await store.load(id, "board")).toEqual(storedDocument(bytesOf(103), [bytesOf(4)], 4));
    expect(await store.clientsOf(id)).toEqual([{ client: 7, device: "d0" }]);
    expect(await store.changes(id, { limit: 1 })).toEqual([]);
    expect(await store.versions(id)).toEqual([]);
    await store.close();
    await flipBit(file, Buffer.from(packed.gzip.subarray(0, 12)));
    const again = await openBoardStore(folder);
    expect(await again.load(id, "board")).toEqual(
      storedDocument(
        plain,
        [2, 3, 4].map((byte) => bytesOf(byte)),
        4,
      ),
    );
    await again.close();
  });

  test("[U6] a file of schema 1 is kept beside the upgraded one, with all that it held", async () => {
    const board = boardRecord();
    const db = new DatabaseSync(join(folder, "boards.db"));
    db.exec(SCHEMA_1);
    db.prepare("INSERT INTO boards VALUES (?, 'Kept', 'fr', 1, 0, 0, 0)").run(board.id);
    db.close();
    const store = await openBoardStore(folder);
    await store.append([entryOf(board.id, 1)]);
    await store.close();
    const kept = new DatabaseSync(join(folder, "boards.v1.db"), { readOnly: true });
    expect(kept.prepare("PRAGMA user_version").get()).toEqual({ user_version: 1 });
    expect(kept.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    expect(kept.prepare("SELECT id, title FROM boards").all()).toEqual([{ id: board.id, title: "Kept" }]);
    expect(kept.prepare("SELECT * FROM updates").all()).toEqual([]);
    kept.close();
  });
});

describe("a file that can't be opened", () => {
  // the schema's version is a number of the file's head: sqlite.org/fileformat.html#the_database_header
  const USER_VERSION_AT = 60;

  test.each([
    ["boards.db", openBoardStore],
    ["posts.db", openPostStore],
  ])("[S10] a newer schema of %s is refused and left as it is", async (name, open) => {
    await (await open(folder)).close();
    const file = join(folder, name);
    const newer = await readFile(file);
    newer.writeUInt32BE(999, USER_VERSION_AT);
    await writeFile(file, newer);

    await expect(open(folder)).rejects.toMatchObject({
      name: "AppError",
      code: "store-failed",
      details: { found: 999, known: expect.any(Number) },
      message: expect.stringContaining(`${name} has schema 999`),
    });
    expect(Buffer.compare(await readFile(file), newer)).toBe(0);
  });

  test("[S10] a file that is no database is refused and left as it is", async () => {
    const text = "These are the minutes of our last meeting. ".repeat(100);
    await writeFile(join(folder, "boards.db"), text);
    await expect(openBoardStore(folder)).rejects.toMatchObject({ name: "AppError", code: "store-failed" });
    expect(await readFile(join(folder, "boards.db"), "utf8")).toBe(text);
  });

  test("[S21] a data folder that can't be made is named as the fault", async () => {
    await writeFile(join(folder, "taken"), "");
    await expect(openBoardStore(join(folder, "taken", "data"))).rejects.toMatchObject({ code: "store-failed" });
  });
});

describe("a process that is killed", () => {
  // what was built, by a bare Node, as it runs for people
  const stores = new URL("../../server/dist/stores/index.js", import.meta.url).href;
  const id = boardIdSchema.parse("killed".padEnd(21, "_"));
  const program = `
    const { openBoardStore } = await import(${JSON.stringify(stores)});
    const { gzipSync } = await import("node:zlib");
    const store = await openBoardStore(process.argv[1]);
    await store.createBoard(${JSON.stringify(boardRecord({ id }))}, []);
    for (let n = 1; ; n += 1) {
      const batch = [0, 1, 2].map((part) => ({ board: ${JSON.stringify(id)}, document: "board", bytes: Uint8Array.of(n >> 8, n, part) }));
      const seqs = await store.append(batch);
      process.stdout.write(seqs.at(-1) + "\\n");
      if (n % 50 === 0) await store.checkpoint(${JSON.stringify(id)}, "board", seqs.at(-1), { gzip: gzipSync(Uint8Array.of(n >> 8, n)), vector: new Uint8Array(1) });
    }`;

  /** Everything that the child said before it died. */
  const killAfter = (child: ChildProcess, acknowledgements: number): Promise<readonly number[]> =>
    new Promise((resolve, reject) => {
      let said = "";
      child.stdout?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.split("\n").length > acknowledgements) child.kill("SIGKILL");
      });
      child.once("error", reject);
      child.once("close", () => resolve(said.split("\n").slice(0, -1).map(Number)));
    });

  test("[S1] nothing that was acknowledged before kill -9 is missing, and no batch is there in part", async () => {
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const acknowledged = await killAfter(child, 120);
    expect(child.signalCode).toBe("SIGKILL");
    expect(acknowledged.length).toBeGreaterThanOrEqual(120);
    expect(acknowledged).toEqual(acknowledged.map((_, index) => 3 * (index + 1)));

    const store = await openBoardStore(folder);
    const { seq, checkpoint, updates } = await store.load(id, "board");
    await store.close();
    expect(seq).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? 0);
    expect(seq % 3).toBe(0);
    const [high = 0, low = 0] = checkpoint ?? [];
    const compacted = 3 * (high * 256 + low);
    expect(compacted).toBeGreaterThanOrEqual(300);
    const expected = Array.from({ length: seq - compacted }, (_, index) => {
      const n = Math.floor((compacted + index) / 3) + 1;
      return bytesOf(n >> 8, n, (compacted + index) % 3);
    });
    expect(updates).toEqual(expected);
  });
});

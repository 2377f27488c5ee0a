import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBoardStore, openPostStore } from "@palabre/server/stores";
import { boardIdSchema } from "@palabre/shared/terms";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boardRecord, bytesOf } from "./records.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palabre-file-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Flips one bit of the bytes that begin with `mark`, wherever they stand in the file. */
async function flipBit(file: string, mark: string): Promise<void> {
  const bytes = await readFile(file);
  const at = bytes.indexOf(mark);
  expect(at, `${mark} is in the file`).toBeGreaterThan(0);
  bytes[at + mark.length] = (bytes[at + mark.length] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

describe("a board file on a failing disk", () => {
  const board = boardRecord();
  const bytes = (mark: string): Uint8Array => new Uint8Array(Buffer.from(`${mark}: some words`));
  const load = async () => {
    const store = await openBoardStore(folder);
    try {
      return await store.load(board.id, "board");
    } finally {
      await store.close();
    }
  };
  beforeEach(async () => {
    const store = await openBoardStore(folder);
    await store.createBoard(board, []);
    for (const seq of [1, 2, 3, 4, 5, 6]) {
      await store.append([{ board: board.id, document: "board", bytes: bytes(`update ${seq}`) }]);
      if (seq === 2 || seq === 4) await store.checkpoint(board.id, "board", seq, bytes(`checkpoint ${seq}`));
    }
    await store.close();
  });

  test("[S8] a damaged checkpoint gives way to the one before it, which loses nothing", async () => {
    await flipBit(join(folder, "boards.db"), "checkpoint 4");
    expect(await load()).toEqual({
      checkpoint: bytes("checkpoint 2"),
      updates: [3, 4, 5, 6].map((seq) => bytes(`update ${seq}`)),
      seq: 6,
      journalBytes: 4 * bytes("update 3").byteLength,
    });
  });

  test("[S8] damage in what is kept only for falling back is not met", async () => {
    await flipBit(join(folder, "boards.db"), "checkpoint 2");
    await flipBit(join(folder, "boards.db"), "update 3");
    expect(await load()).toEqual({
      checkpoint: bytes("checkpoint 4"),
      updates: [bytes("update 5"), bytes("update 6")],
      seq: 6,
      journalBytes: 2 * bytes("update 5").byteLength,
    });
  });

  test.each(["update 5", "update 6"])("[S9] a document is refused when %s is damaged", async (mark) => {
    await flipBit(join(folder, "boards.db"), mark);
    await expect(load()).rejects.toMatchObject({
      name: "AppError",
      code: "damaged-document",
      details: { board: board.id, document: "board", seq: 6 },
    });
  });

  test("[S9] a document is refused when no checkpoint can be read any more", async () => {
    await flipBit(join(folder, "boards.db"), "checkpoint 2");
    await flipBit(join(folder, "boards.db"), "checkpoint 4");
    await expect(load()).rejects.toMatchObject({ code: "damaged-document" });
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
      details: { found: 999, known: 1 },
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
    const store = await openBoardStore(process.argv[1]);
    await store.createBoard(${JSON.stringify(boardRecord({ id }))}, []);
    for (let n = 1; ; n += 1) {
      const batch = [0, 1, 2].map((part) => ({ board: ${JSON.stringify(id)}, document: "board", bytes: Uint8Array.of(n >> 8, n, part) }));
      const seqs = await store.append(batch);
      process.stdout.write(seqs.at(-1) + "\\n");
      if (n % 50 === 0) await store.checkpoint(${JSON.stringify(id)}, "board", seqs.at(-1), Uint8Array.of(n >> 8, n));
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

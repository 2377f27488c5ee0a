import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readBoard } from "@palabre/shared/documents";
import { newBoardId } from "@palabre/shared/terms";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { runCommand } from "../helpers/runCommand.ts";
import { runServer } from "../helpers/runServer.ts";
import { openFolder } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

/** A server with a board on which somebody wrote, closed again. */
async function keptFolder(): Promise<string> {
  const dataDir = await openFolder();
  const server = await runServer({ DATA_DIR: dataDir });
  await openBoard(server);
  server.kill("SIGTERM");
  await server.ended;
  return dataDir;
}

const imageNameOf = (bytes: string) => `${createHash("sha256").update(bytes).digest("hex")}.png`;

describe("backup and restore", () => {
  it("[U8] a backup of a running server holds all that was acknowledged before it began", async () => {
    const folder = await openFolder();
    const dataDir = join(folder, "data");
    const server = await runServer({ DATA_DIR: dataDir });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const peer = connect(server, board.id, session, "board");
    await synced(peer);
    await mkdir(join(dataDir, "files", board.id), { recursive: true });
    const image = imageNameOf("an image");
    await writeFile(join(dataDir, "files", board.id, image), "an image");
    await writeFile(join(dataDir, "files", board.id, "one.part"), "half an image");

    const written: string[] = [];
    const write = async () => {
      written.push(`note ${written.length}`);
      addNote(peer.doc, written.at(-1) ?? "");
      await saved(peer, written.length);
    };
    while (written.length < 50) await write();
    // the writing goes on until the backup is done
    let isDone = false;
    const command = runCommand("backup", join(folder, "backup"), dataDir).finally(() => (isDone = true));
    while (!isDone) await write();
    const { code, output } = await command;
    expect([code, output]).toEqual([0, expect.stringContaining("files: 1")]);
    expect(output).toMatch(/boards\.db: schema \d+, read through and whole/);
    expect((await readdir(join(folder, "backup"))).toSorted()).toEqual([
      "backup.json",
      "boards.db",
      "files",
      "key",
      "posts.db",
    ]);
    expect(written.length).toBeGreaterThan(50);
    server.kill("SIGKILL");
    await server.ended;

    const restored = join(folder, "restored");
    expect(await runCommand("restore", join(folder, "backup"), restored)).toMatchObject({ code: 0 });
    expect(await readdir(join(restored, "files", board.id))).toEqual([image]);
    expect((await stat(join(restored, "key"))).mode & 0o777).toBe(0o600);
    const again = await runServer({ DATA_DIR: restored });
    const reader = connect(again, board.id, session, "board");
    await synced(reader);
    const found = [...readBoard(reader.doc).cards.values()].map(({ text }) => text);
    // all of before, and of what came meanwhile a beginning without gaps
    expect(found.length).toBeGreaterThanOrEqual(50);
    expect(found.toSorted()).toEqual(written.slice(0, found.length).toSorted());
    // sessions and links open as before
    expect((await ask(again, "GET", `/api/boards/${board.id}`, { session })).status).toBe(200);
    const opened = await ask(again, "POST", `/api/boards/${board.id}/sessions`, {
      body: { secret: board.secrets.viewer, bearer: true },
    });
    expect(opened.status).toBeLessThan(300);
  });

  it("[U9] a backup writes over nothing, and needs boards", async () => {
    const dataDir = await keptFolder();
    const folder = await openFolder();
    await writeFile(join(folder, "minutes.txt"), "of our last meeting");
    expect(await runCommand("backup", folder, dataDir)).toEqual({
      code: 1,
      output: "backup: the folder is not empty: name a new one, nothing is ever written over\n",
    });
    expect(await readdir(folder)).toEqual(["minutes.txt"]);
    const nothing = await openFolder();
    expect(await runCommand("backup", join(folder, "new"), nothing)).toMatchObject({
      code: 1,
      output: expect.stringContaining("there are no boards in DATA_DIR"),
    });
    expect(await readdir(nothing)).toEqual([]);
    expect(await runCommand("backup", undefined, dataDir)).toEqual({
      code: 1,
      output: "backup: name one folder: npm run backup -- <folder>\n",
    });
  });

  it("[U9] a restore refuses a data folder that holds something or that a server runs on", async () => {
    const dataDir = await keptFolder();
    const folder = join(await openFolder(), "backup");
    expect(await runCommand("backup", folder, dataDir)).toMatchObject({ code: 0 });
    const before = await readFile(join(dataDir, "boards.db"));
    expect(await runCommand("restore", folder, dataDir)).toMatchObject({
      code: 1,
      output: expect.stringContaining("DATA_DIR holds something already (boards.db): move it away"),
    });
    expect((await readFile(join(dataDir, "boards.db"))).equals(before)).toBe(true);
    const running = await runServer({ DATA_DIR: dataDir });
    expect(await runCommand("restore", folder, dataDir)).toMatchObject({
      code: 1,
      output: expect.stringContaining("a server is running on DATA_DIR: stop it"),
    });
    expect((await ask(running, "GET", "/healthz")).status).toBe(200);
  });

  it("[U9] a restore refuses a backup that is damaged, broken off or newer, and writes nothing", async () => {
    const dataDir = await keptFolder();
    const folder = join(await openFolder(), "backup");
    await runCommand("backup", folder, dataDir);
    const target = join(await openFolder(), "data");
    const whole = await readFile(join(folder, "boards.db"));
    const refusal = async () => {
      const { code, output } = await runCommand("restore", folder, target);
      expect(code).toBe(1);
      await expect(stat(target)).rejects.toMatchObject({ code: "ENOENT" });
      return output;
    };
    const torn = Buffer.from(whole);
    torn.fill(0xff, 4096 * 2, 4096 * 4);
    await writeFile(join(folder, "boards.db"), torn);
    expect(await refusal()).toContain("boards.db is damaged, or no database");
    const newer = Buffer.from(whole);
    // the schema's version is a number of the file's head
    newer.writeUInt32BE(999, 60);
    await writeFile(join(folder, "boards.db"), newer);
    expect(await refusal()).toContain("boards.db has schema 999");
    await writeFile(join(folder, "boards.db"), whole);
    await rm(join(folder, "backup.json"));
    expect(await refusal()).toContain("the folder is no whole backup");
  });

  it("[U9] a restore refuses a backup that has lost images, bytes of one, or its key, and writes nothing", async () => {
    const dataDir = await keptFolder();
    const images = ["one image", "another image"];
    const place = join("files", newBoardId());
    await mkdir(join(dataDir, place), { recursive: true });
    for (const bytes of images) await writeFile(join(dataDir, place, imageNameOf(bytes)), bytes);
    const folder = join(await openFolder(), "backup");
    expect(await runCommand("backup", folder, dataDir)).toMatchObject({ code: 0 });
    const target = join(await openFolder(), "data");
    const refusal = async () => {
      const { code, output } = await runCommand("restore", folder, target);
      expect(code).toBe(1);
      await expect(stat(target)).rejects.toMatchObject({ code: "ENOENT" });
      return output;
    };
    const [first = "", second = ""] = images.map((bytes) => join(folder, place, imageNameOf(bytes)));
    await rm(first);
    expect(await refusal()).toContain("the backup has 1 images instead of 2");
    await writeFile(first, images[0] ?? "");
    await writeFile(second, "another");
    expect(await refusal()).toContain("1 of its images are damaged since they were copied");
    await writeFile(second, images[1] ?? "");
    const key = await readFile(join(folder, "key"));
    await rm(join(folder, "key"));
    expect(await refusal()).toContain("the key of the links is gone from the backup");
    await writeFile(join(folder, "key"), key);
    expect(await runCommand("restore", folder, target)).toMatchObject({
      code: 0,
      output: expect.stringContaining("with 2 files"),
    });
  });

  it("[U8] an image that is damaged in the data folder is told of, and the backup that holds it can be put back", async () => {
    const dataDir = await keptFolder();
    const place = join("files", newBoardId());
    await mkdir(join(dataDir, place), { recursive: true });
    await writeFile(join(dataDir, place, imageNameOf("an image")), "an im");
    const folder = join(await openFolder(), "backup");
    const { code, output } = await runCommand("backup", folder, dataDir);
    expect([code, output]).toEqual([1, expect.stringContaining("files: 1, but 1 of them are damaged in DATA_DIR too")]);
    const restored = join(await openFolder(), "data");
    expect(await runCommand("restore", folder, restored)).toMatchObject({ code: 0 });
    expect(await readdir(join(restored, place))).toEqual([imageNameOf("an image")]);
  });

  it("[U8] a record that is damaged in the data folder is told of, and the backup that holds it can be put back", async () => {
    const dataDir = await keptFolder();
    const db = new DatabaseSync(join(dataDir, "boards.db"));
    const { changes } = db.prepare("UPDATE updates SET bytes = zeroblob(length(bytes))").run();
    db.close();
    const folder = join(await openFolder(), "backup");
    const { code, output } = await runCommand("backup", folder, dataDir);
    expect([code, output]).toEqual([1, expect.stringContaining(`${changes} of its records are damaged`)]);
    expect(await runCommand("restore", folder, join(await openFolder(), "data"))).toMatchObject({ code: 0 });
    // and one that was damaged since is not
    const copy = new DatabaseSync(join(folder, "boards.db"));
    copy.exec("UPDATE checkpoints SET bytes = zeroblob(3); UPDATE updates SET sha = zeroblob(32)");
    copy.exec("INSERT INTO updates SELECT board, document, seq + 1000, bytes, sha FROM updates");
    copy.close();
    const other = join(await openFolder(), "data");
    const refused = await runCommand("restore", folder, other);
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("damaged since it was copied")]);
    await expect(stat(join(other, "boards.db"))).rejects.toThrow("ENOENT");
  });

  it("[U16] a key that SECRET_KEY has taken the place of is not in a backup, and both commands ask for the one in use", async () => {
    const dataDir = await keptFolder();
    const secret = { SECRET_KEY: "0123456789abcdef0123456789abcdef" };
    const server = await runServer({ DATA_DIR: dataDir, ...secret });
    const board = await openBoard(server);
    server.kill("SIGTERM");
    await server.ended;
    const folder = join(await openFolder(), "backup");
    const { code, output } = await runCommand("backup", folder, dataDir, secret);
    expect([code, output]).toEqual([0, expect.stringContaining("needs the same SECRET_KEY")]);
    expect(await readdir(folder)).not.toContain("key");
    const restored = join(await openFolder(), "data");
    expect(await runCommand("restore", folder, restored)).toMatchObject({
      code: 0,
      output: expect.stringContaining("with the same SECRET_KEY"),
    });
    const again = await runServer({ DATA_DIR: restored, ...secret });
    const request = { body: { secret: board.secrets.viewer, bearer: true } };
    expect((await ask(again, "POST", `/api/boards/${board.id}/sessions`, request)).status).toBe(201);
  });

  it("[U12] where the boards are in Postgres, a backup is of key and images, and boards are not put where nobody reads them", async () => {
    const dataDir = await keptFolder();
    const inPostgres = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
    const folder = join(await openFolder(), "backup");
    const { code, output } = await runCommand("backup", folder, dataDir, inPostgres);
    expect([code, output]).toEqual([0, expect.stringContaining("in Postgres, dump it too")]);
    expect((await readdir(folder)).toSorted()).toEqual(["backup.json", "key"]);
    const restored = join(await openFolder(), "data");
    expect(await runCommand("restore", folder, restored, inPostgres)).toMatchObject({ code: 0 });
    expect(await readdir(restored)).toEqual(["key"]);

    const whole = join(await openFolder(), "backup");
    await runCommand("backup", whole, dataDir);
    const refused = await runCommand("restore", whole, join(await openFolder(), "data"), inPostgres);
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("unset it, restore, then move")]);
  });
});

describe("what a data folder has lost", () => {
  it("[U12] boards that are gone beside what belongs to them are not begun anew", async () => {
    for (const lose of [rm, (file: string) => writeFile(file, "")]) {
      const dataDir = await keptFolder();
      await lose(join(dataDir, "boards.db"));
      const server = runServer({ DATA_DIR: dataDir });
      await expect(server).rejects.toThrow("boards.db is not there, or empty, beside posts.db");
      expect((await stat(join(dataDir, "boards.db")).catch(() => undefined))?.size ?? 0).toBe(0);
    }
  });

  it("[U12] a file that can't be opened is named, with what the disk says of it", async () => {
    const dataDir = await keptFolder();
    await writeFile(join(dataDir, "posts.db"), Buffer.alloc(8_192, 7));
    await expect(runServer({ DATA_DIR: dataDir })).rejects.toThrow(/posts\.db can't be opened.*SQLITE_NOTADB/s);
  });

  it("[U12] a key that is made anew beside boards is an error in the log", async () => {
    const dataDir = await keptFolder();
    await rm(join(dataDir, "key"));
    const server = await runServer({ DATA_DIR: dataDir });
    await until(() => server.output().includes("the key was not there"), "the line in the log");
  });
});

import { randomBytes } from "node:crypto";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { FileKept } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { ask, openBoard, type OpenedBoard } from "../helpers/client.ts";
import { freePort } from "../helpers/freePort.ts";
import { PIXEL } from "../helpers/images.ts";
import { openRedis } from "../helpers/redis.ts";
import { runCommand } from "../helpers/runCommand.ts";
import { describeServers } from "../helpers/servers.ts";
import { openFolder, startServer, type ServerAddress } from "../helpers/startServer.ts";

const MOVE = fileURLToPath(new URL("../../server/dist/move.js", import.meta.url));
const move = (from: string, to: string) => promisify(execFile)(process.execPath, [MOVE, from, to]);

/** A folder that has a key of its own, which no board of a database was made with. */
async function openKeyed(): Promise<string> {
  const folder = await openFolder();
  await writeFile(join(folder, "key"), randomBytes(32));
  return folder;
}

/** A server among others. */
const startShared = async (databaseUrl: string, redisUrl: string, dataDir: string) =>
  startServer({ databaseUrl, redisUrl, dataDir, port: await freePort() });

/** A board with an image, made while servers share the database; they are gone again. */
async function keptTogether(databaseUrl: string, redisUrl: string) {
  const server = await startShared(databaseUrl, redisUrl, await openFolder());
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Awa");
  const form = new FormData();
  form.set("file", new Blob([PIXEL as BlobPart], { type: "image/png" }), "a.png");
  const headers = { authorization: `Bearer ${session}` };
  const kept = await fetch(`${server.url}/api/boards/${board.id}/files`, { method: "POST", body: form, headers });
  const { file } = (await kept.json()) as FileKept;
  await server.close();
  return { board, file };
}

/** What comes of a link and of an image at another server. */
async function foundAt(server: ServerAddress, board: OpenedBoard, file: string): Promise<readonly unknown[]> {
  const opened = await ask<{ session: string }>(server, "POST", `/api/boards/${board.id}/sessions`, {
    body: { secret: board.secrets.participant, bearer: true },
  });
  const headers = { authorization: `Bearer ${opened.body.session}` };
  const image = await fetch(`${server.url}/api/boards/${board.id}/files/${file}`, { headers });
  return [opened.status, image.status, Buffer.from(await image.arrayBuffer()).equals(PIXEL)];
}

describeServers("the key of a database that servers share", (postgres) => {
  it.skipIf(!existsSync(MOVE))(
    "[U16] a server that is alone with it by now opens the links and has the images, whatever its folder has",
    async () => {
      const [databaseUrl, { url }] = [await postgres.fresh(), await openRedis()];
      const { board, file } = await keptTogether(databaseUrl, url);
      for (const dataDir of [await openFolder(), await openKeyed()]) {
        const alone = await startServer({ dataDir, databaseUrl });
        expect(await foundAt(alone, board, file)).toEqual([201, 200, true]);
        // the backup of a server that runs has the key that it makes links with
        const backup = join(await openFolder(), "backup");
        const { code, output } = await runCommand("backup", backup, dataDir, { DATABASE_URL: databaseUrl });
        expect([code, output]).toEqual([0, expect.stringContaining("key: copied")]);
        const [row] = await postgres.sql(databaseUrl, 'SELECT bytes FROM boards."serverKey"');
        expect(await readFile(join(backup, "key"))).toEqual((row as { bytes: Buffer }).bytes);
        await alone.close();
      }
    },
    120_000,
  );

  it("[U17] boards whose key is not there are not shared under a new one: each start is refused in words until it is", async () => {
    const [databaseUrl, { url }] = [await postgres.fresh(), await openRedis()];
    const [first, empty] = [await openFolder(), await openFolder()];
    const alone = await startServer({ dataDir: first, databaseUrl });
    const board = await openBoard(alone);
    await alone.close();
    for (let start = 0; start < 2; start += 1)
      await expect(startShared(databaseUrl, url, empty)).rejects.toThrow("DATA_DIR has no key for their links");
    // once it has come, all have it
    await (await startShared(databaseUrl, url, first)).close();
    const last = await startShared(databaseUrl, url, empty);
    const reply = await ask(last, "POST", `/api/boards/${board.id}/sessions`, {
      body: { secret: board.secrets.viewer, bearer: true },
    });
    expect(reply.status).toBe(201);
  }, 120_000);

  it.skipIf(!existsSync(MOVE))(
    "[U16] the key goes along with boards that move, out of the database and into another, and writes over none",
    async () => {
      const [databaseUrl, { url }] = [await postgres.fresh(), await openRedis()];
      const { board, file } = await keptTogether(databaseUrl, url);
      const taken = await openKeyed();
      const before = await readFile(join(taken, "key"));
      await expect(move(databaseUrl, taken)).rejects.toMatchObject({
        stdout: expect.stringContaining("the data folder has a key already"),
      });
      expect(await readFile(join(taken, "key"))).toEqual(before);
      expect(existsSync(join(taken, "boards.db"))).toBe(false);

      const folder = await openFolder();
      await move(databaseUrl, folder);
      const alone = await startServer({ dataDir: folder });
      expect(await foundAt(alone, board, file)).toEqual([201, 200, true]);
      await alone.close();

      const other = await postgres.fresh();
      await move(folder, other);
      expect(await foundAt(await startShared(other, url, await openFolder()), board, file)).toEqual([201, 200, true]);
    },
    120_000,
  );
});

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rm, statfs, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createBoardDoc, readBoard } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { CLOSE } from "@palabre/shared/protocol";
import { describe, expect, it, onTestFinished } from "vitest";
import { addNote, updateOf } from "../helpers/cards.ts";
import { ask, connect, heardOf, message, openBoard, openSynced, saved, synced } from "../helpers/client.ts";
import { replacing } from "../helpers/heldStore.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const healthOf = async (server: TestServer) => (await ask(server, "GET", "/healthz")).status;
const textsOf = (doc: Parameters<typeof readBoard>[0]) =>
  [...readBoard(doc).cards.values()].map(({ text }) => text).sort();

/** A folder on a disk of its own, where that can be made; gone when the test ends. */
async function openSmallDisk(bytes: number): Promise<string | undefined> {
  const folder = await openFolder();
  if (spawnSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "none", folder]).status !== 0) return undefined;
  onTestFinished(() => void spawnSync("umount", ["-l", folder]));
  return folder;
}

/** Another process that has the write lock of a database, until the returned function is called. */
async function holdLock(file: string): Promise<() => Promise<void>> {
  const driver = pathToFileURL(createRequire(import.meta.url).resolve("@photostructure/sqlite")).href;
  const program = `
    const { DatabaseSync } = await import(${JSON.stringify(driver)});
    new DatabaseSync(process.argv[1]).exec("BEGIN IMMEDIATE");
    process.stdout.write("held");
    process.stdin.resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program, file], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
}

/** What a server must do from the moment on in which its disk takes nothing more, until it is well again. */
async function outlives(server: TestServer, fault: { begin(): Promise<void>; end(): Promise<void> }) {
  const board = await openBoard(server);
  const writer = await board.join("participant");
  const witness = await openSynced(server, board.id, "board", (await board.join("viewer")).session);
  const hand = await openSynced(server, board.id, "board", writer.session);
  // it keeps what it could not get rid of, and tries for as long as it takes
  const stock = connect(server, board.id, (await board.join("participant")).session, "board");
  await synced(stock);
  addNote(stock.doc, "before");
  await saved(stock, 1);
  const seen = heardOf(witness, 0, 2).length;

  await fault.begin();
  const doc = createBoardDoc();
  const text = "large enough to need room on the disk ".repeat(500);
  hand.send(
    message(
      0,
      2,
      updateOf(doc, () => addNote(doc, text, writer.person)),
    ),
  );
  hand.send(message(100, 7));
  expect(await hand.closed).toBe(CLOSE.notKept);
  expect(await witness.closed).toBe(CLOSE.notKept);
  expect([heardOf(hand, 100), heardOf(witness, 0, 2).length]).toEqual([[], seen]);
  await until(async () => (await healthOf(server)) === 503, "the trouble told");
  addNote(stock.doc, `meanwhile ${text}`);

  await fault.end();
  const fresh = connect(server, board.id, (await board.join("viewer")).session, "board");
  await until(() => readBoard(fresh.doc).cards.size === 2, "what the client kept", 30_000);
  expect(textsOf(fresh.doc)).toEqual(
    ["before", `meanwhile ${text}`.trimEnd()].map((one) => expect.stringContaining(one)),
  );
  await until(async () => (await healthOf(server)) === 200, "the health");
}

describe("a disk that refuses", () => {
  it("[R63] a full one is told, and takes what was written once there is room again, without a restart", async (context) => {
    const folder = await openSmallDisk(4 * 1024 * 1024);
    if (folder === undefined) return context.skip("no small disk can be mounted here");
    const server = await startServer({ dataDir: folder });
    const ballast = join(folder, "ballast");
    await outlives(server, {
      begin: async () => {
        const { bavail, bsize } = await statfs(folder);
        await writeFile(ballast, new Uint8Array(bavail * bsize));
      },
      end: () => rm(ballast),
    });
    await server.close();
    const again = await server.restart();
    expect(await healthOf(again)).toBe(200);
  });

  it("[R63] a file that another process has locked for ten seconds is told, and is written afterwards", async () => {
    const folder = await openFolder();
    const server = await startServer({ dataDir: folder });
    let release: () => Promise<void> = async () => {};
    let lockedAt = 0;
    await outlives(server, {
      begin: async () => {
        release = await holdLock(join(folder, "boards.db"));
        lockedAt = Date.now();
      },
      end: async () => {
        await until(() => Date.now() - lockedAt >= 10_000, "ten seconds", 20_000);
        await release();
      },
    });
  });

  it.each(["disk I/O error", "attempt to write a readonly database"])(
    "[R63] one that answers %s is told, and takes what was written afterwards",
    async (fault) => {
      let isFaulty = false;
      const failing =
        <Given extends unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
        (...given: Given) =>
          isFaulty ? Promise.reject(new AppError("store-failed", fault)) : call(...given);
      const server = await startServer({
        dataDir: await openFolder(),
        wrapStore: (store) =>
          replacing(store, {
            append: failing((batch) => store.append(batch)),
            check: failing(() => store.check()),
          }),
      });
      await outlives(server, {
        begin: async () => void (isFaulty = true),
        end: async () => void (isFaulty = false),
      });
    },
  );
});

describe("a slow disk", () => {
  it("[R64] is waited for: one commit at a time, answers late and true, no checkpoint beside another", async () => {
    const COMMIT_MS = 2_000;
    let running = 0;
    const most = { commits: 0, checkpoints: 0 };
    let commits = 0;
    let kept = 0;
    let checkpointing = 0;
    const server = await startServer({
      dataDir: await openFolder(),
      rooms: { checkpointUpdates: 5, sweepMs: 50, checkpointIdleMs: 100 },
      wrapStore: (store) =>
        replacing(store, {
          append: async (batch) => {
            if (batch.every(({ document }) => document !== "board")) return store.append(batch);
            running += 1;
            commits += 1;
            most.commits = Math.max(most.commits, running);
            await new Promise((resolve) => setTimeout(resolve, COMMIT_MS));
            const seqs = await store.append(batch);
            running -= 1;
            kept += batch.filter(({ document }) => document === "board").length;
            return seqs;
          },
          checkpoint: async (...given) => {
            checkpointing += 1;
            most.checkpoints = Math.max(most.checkpoints, checkpointing);
            await new Promise((resolve) => setTimeout(resolve, COMMIT_MS));
            await store.checkpoint(...given);
            checkpointing -= 1;
          },
        }),
    });
    const board = await openBoard(server);
    const { session } = await board.join("participant");
    const peer = connect(server, board.id, session, "board");
    await synced(peer);
    const startedAt = Date.now();
    for (let count = 0; count < 200; count += 1) addNote(peer.doc, `note ${count}`);
    const first = saved(peer, 1);
    await until(() => commits > 0, "the first commit");
    for (let count = 0; count < 200; count += 1) addNote(peer.doc, `later ${count}`);
    await first;
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(COMMIT_MS);
    expect(kept).toBeGreaterThanOrEqual(200);
    await saved(peer, 2);
    expect(kept).toBe(400);
    // all that came during a commit went with the next one
    expect(commits).toBeLessThanOrEqual(4);
    expect(most.commits).toBe(1);
    await until(() => most.checkpoints > 0 && checkpointing === 0, "a checkpoint", 20_000);
    expect(most.checkpoints).toBe(1);
  });
});

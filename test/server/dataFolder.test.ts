import { stat } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { ask, openBoard } from "../helpers/client.ts";
import { runServer } from "../helpers/runServer.ts";
import { openFolder } from "../helpers/startServer.ts";

describe("a data folder", () => {
  it("[U13] has one server: a second one is refused in words while the first works on, and comes once that is gone", async () => {
    const dataDir = await openFolder();
    const first = await runServer({ DATA_DIR: dataDir });
    const board = await openBoard(first);
    await expect(runServer({ DATA_DIR: dataDir })).rejects.toThrow(
      /ended with 1.*could not start: another server works with this DATA_DIR/s,
    );
    const { session } = await board.join("participant", "Ada");
    expect((await ask(first, "GET", `/api/boards/${board.id}`, { session })).status).toBe(200);
    // however it ended
    first.kill("SIGKILL");
    await first.ended;
    const second = await runServer({ DATA_DIR: dataDir });
    // who comes while it is going waits for that
    const third = runServer({ DATA_DIR: dataDir });
    second.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    expect((await ask(await third, "GET", `/api/boards/${board.id}`, { session })).status).toBe(200);
  });

  it("[U14] one that the server makes is open to nobody else on the machine", async () => {
    const dataDir = join(await openFolder(), "made");
    await runServer({ DATA_DIR: dataDir });
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  it("[U12] a database that fails only once it is worked with is named too", async () => {
    const dataDir = await openFolder();
    const server = await runServer({ DATA_DIR: dataDir });
    server.kill("SIGTERM");
    await server.ended;
    const db = new DatabaseSync(join(dataDir, "boards.db"));
    db.exec("PRAGMA foreign_keys = OFF; DROP TABLE sessions");
    db.close();
    await expect(runServer({ DATA_DIR: dataDir })).rejects.toThrow(/could not start: boards\.db can't be opened/);
  });
});

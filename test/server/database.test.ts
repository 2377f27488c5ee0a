import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readBoard, type BoardDoc } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { describePostgres } from "../helpers/postgres.ts";
import { BUILT_SERVER, runServer } from "../helpers/runServer.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const missing = (ids: Iterable<string>, doc: BoardDoc): readonly string[] => {
  const kept = new Set<string>(readBoard(doc).cards.keys());
  return [...ids].filter((id) => !kept.has(id));
};

describePostgres("a server with DATABASE_URL", (postgres) => {
  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S44] keeps its boards there: what was acknowledged, and what others have seen, is there after kill -9",
    async () => {
      const environment = { DATA_DIR: await openFolder(), DATABASE_URL: await postgres.fresh() };
      let server = await runServer(environment);
      const board = await openBoard(server);
      const { session } = await board.join("participant", "Ada");
      const acknowledged = new Set<string>();
      const seen = new Set<string>();
      for (let round = 0; round < 2; round += 1) {
        const writer = connect(server, board.id, session, "board");
        const reader = connect(server, board.id, session, "board");
        await Promise.all([synced(writer), synced(reader)]);
        // written without pause; killed in the middle of it
        for (let batch = 1; batch <= 8; batch += 1) {
          const ids = Array.from({ length: 10 }, (_, index) => addNote(writer.doc, `${round}/${batch}/${index}`));
          const barrier = saved(writer, round * 100 + batch);
          if (batch === 8) continue;
          await barrier;
          for (const id of ids) acknowledged.add(id);
        }
        server.kill("SIGKILL");
        expect(await server.ended).toBe("SIGKILL");
        for (const id of readBoard(reader.doc).cards.keys()) seen.add(id);
        writer.provider.destroy();
        reader.provider.destroy();
        server = await runServer(environment);
        const fresh = connect(server, board.id, session, "board");
        await synced(fresh);
        expect(missing(acknowledged, fresh.doc)).toEqual([]);
        expect(missing(seen, fresh.doc)).toEqual([]);
        fresh.provider.destroy();
      }
      expect(acknowledged.size).toBe(140);
      expect(await readdir(environment.DATA_DIR)).not.toContain("boards.db");
    },
  );

  it("[R97] answers times and places in a query as any store does: fractions are dropped, what no clock shows is refused", async () => {
    for (const config of [{}, { databaseUrl: await postgres.fresh() }]) {
      const server = await startServer(config);
      const board = await openBoard(server);
      const { session } = await board.join("facilitator", "F");
      const statusOf = async (query: string) =>
        (await ask(server, "GET", `/api/boards/${board.id}/${query}`, { session })).status;
      for (const query of ["posts?from", "posts?to", "changes?since", "changes?after", "changes/summary?since"])
        expect([
          query,
          await statusOf(`${query}=1718445600000.5`),
          await statusOf(`${query}=-1`),
          await statusOf(`${query}=1e99`),
        ]).toEqual([query, 200, 200, 400]);
    }
  });

  it("[U18] shows its figures also where nothing had to be written into its data folder, which is not made then", async () => {
    const operatorKey = "an operator's key of 32 characters or more";
    const server = await startServer({
      dataDir: join(await openFolder(), "never"),
      databaseUrl: await postgres.fresh(),
      secretKey: "0123456789abcdef0123456789abcdef",
      operatorKey,
    });
    await openBoard(server);
    const headers = { authorization: `Basic ${Buffer.from(`ada:${operatorKey}`).toString("base64")}` };
    expect((await ask(server, "GET", "/status", { headers })).status).toBe(200);
    const metrics = await ask<string>(server, "GET", "/metrics", { headers });
    expect([metrics.status, metrics.body]).toEqual([200, expect.not.stringMatching(/^palabre_disk_free_bytes \d/m)]);
  });

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S44] a second server of the same database is refused, and no address or password is printed",
    async () => {
      const [url, folder] = [await postgres.fresh(), await openFolder()];
      const first = await runServer({ DATA_DIR: folder, DATABASE_URL: url });
      const failure = (environment: Record<string, string>) =>
        runServer({ DATA_DIR: folder, ...environment }).then(
          () => "it started",
          (error: unknown) => (error instanceof Error ? error.message : ""),
        );
      const second = await failure({ DATABASE_URL: url });
      expect(second).toMatch(/ended with 1.*Another server works with this database: stop it first/);
      const wrong = new URL(url);
      wrong.password = "not-this-one";
      const shut = await failure({ DATABASE_URL: wrong.href });
      expect(shut).toMatch(/ended with 1.*The database can't be opened: look at DATABASE_URL/);
      const nobody = await failure({ DATABASE_URL: "postgres://me:not-this-one@127.0.0.1:1/none" });
      expect(nobody).toMatch(/ended with 1.*The database can't be opened: look at DATABASE_URL/);
      const told = [first.output(), second, shut, nobody].join("\n");
      for (const secret of ["postgres://", "palabre:palabre", "not-this-one"]) expect(told).not.toContain(secret);
    },
  );

  it("[S42] while Postgres is restarted nobody is told that they are saved; the room comes back with all of it", async () => {
    const server = await startServer({ dataDir: await openFolder(), databaseUrl: await postgres.fresh() });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const [writer, reader] = [connect(server, board.id, session, "board"), connect(server, board.id, session, "board")];
    await Promise.all([synced(writer), synced(reader)]);
    const before = addNote(writer.doc, "before");
    await saved(writer, 1);

    await postgres.stop();
    const closed = new Promise<number>((resolve) => {
      writer.provider.on("connection-close", (event) => resolve(event?.code ?? 0));
    });
    const meanwhile = addNote(writer.doc, "meanwhile");
    let isTold = false;
    void saved(writer, 2).then(() => (isTold = true));
    expect(await closed).toBe(4507);
    expect((await ask(server, "GET", "/healthz")).status).toBe(503);
    expect(isTold).toBe(false);
    expect(readBoard(reader.doc).cards.has(meanwhile)).toBe(false);

    await postgres.start();
    await until(() => writer.provider.synced && reader.provider.synced, "both back", 30_000);
    await saved(writer, 3);
    await until(() => readBoard(reader.doc).cards.has(meanwhile), "the note that waited");
    const fresh = connect(server, board.id, session, "board");
    await synced(fresh);
    expect(missing([before, meanwhile], fresh.doc)).toEqual([]);
    // it is looked at once a second
    await until(async () => (await ask(server, "GET", "/healthz")).status === 200, "its health");
    expect(server.lines.join("\n")).not.toContain("palabre:palabre");
  });
});

import { openPostgres } from "@palabre/server/stores";
import { expect, it } from "vitest";
import { describePostgres } from "../helpers/postgres.ts";
import { until } from "../helpers/until.ts";

describePostgres("a database in Postgres", (postgres) => {
  it("[S40] a transaction that fails leaves nothing, calls are answered in their order, and one server holds a schema at a time", async () => {
    const url = await postgres.database("one");
    const db = await openPostgres(url, "boards", [
      "CREATE TABLE things (id INTEGER PRIMARY KEY, at BIGINT, bytes BYTEA, text TEXT)",
    ]);
    const bytes = Uint8Array.of(0, 255);
    const insert = "INSERT INTO things VALUES ($1, $2, $3, $4)";
    const [first, swallowed, second] = await Promise.allSettled([
      db.inTransaction(async ({ run }) => {
        await run(insert, [1, 2, bytes, ""]);
        throw new Error("no");
      }),
      db.inTransaction(async ({ run }) => {
        await run(insert, [3, 2, bytes, ""]);
        await run("SELECT 1 / 0").catch(() => undefined);
      }),
      db.inTransaction(({ run }) => run(insert, [2, 1_700_000_000_000, bytes, "a\0b"])),
    ]);
    expect(first).toMatchObject({ status: "rejected", reason: { code: "store-failed" } });
    expect(swallowed).toMatchObject({ status: "rejected", reason: { code: "store-failed" } });
    expect(second).toEqual({ status: "fulfilled", value: 1 });
    const rows = await db.inTransaction(({ all }) => all("SELECT * FROM things"));
    expect(rows).toEqual([{ id: 2, at: 1_700_000_000_000, bytes, text: "a\uFFFDb" }]);
    await expect(openPostgres(url, "boards", [])).rejects.toMatchObject({
      code: "store-failed",
      message: expect.stringContaining("Another server works with this database"),
    });
    await db.close();
    await expect(openPostgres(url, "boards", [])).rejects.toMatchObject({
      code: "store-failed",
      details: { found: 1, known: 0 },
    });
  });

  it("[S40] who comes while the one before is just going waits for its turn", async () => {
    const url = await postgres.database("turns");
    // the number that the schema `boards` is locked by
    const before = postgres.sql(url, "SELECT pg_advisory_lock(7252273, 1); SELECT pg_sleep(0.5)");
    const held = () => postgres.sql(url, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted");
    await until(async () => (await held()).length === 1, "the lock");
    const db = await openPostgres(url, "boards", []);
    expect(await held()).toHaveLength(1);
    await before;
    await db.close();
  });

  it("[S41] a database that says nothing is given up, and what it was doing is ended", async () => {
    const url = await postgres.database("silent");
    const db = await openPostgres(url, "boards", ["CREATE TABLE things (id INTEGER)"], { answerTimeoutMs: 200 });
    const silent = db.inTransaction(async ({ run }) => {
      await run("INSERT INTO things VALUES (1)");
      await run("SELECT pg_sleep(60)");
    });
    await expect(silent).rejects.toMatchObject({ code: "store-failed" });
    expect(await db.inTransaction(({ all }) => all("SELECT * FROM things"))).toEqual([]);
    await db.close();
  });
});

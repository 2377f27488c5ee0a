import { openPostgres } from "@palabre/server/stores";
import { expect, it } from "vitest";
import { openPostgresServer } from "../helpers/postgres.ts";
const postgres = openPostgresServer();
it("[S40] a transaction that fails leaves nothing, calls are answered in their order, and one server holds a schema at a time", async () => {
  const url = await postgres.database("one");
  const db = await openPostgres(url, "boards", [
    "CREATE TABLE things (id INTEGER PRIMARY KEY, at BIGINT, bytes BYTEA)",
  ]);
  const bytes = Uint8Array.of(0, 255);
  const [first, second] = await Promise.allSettled([
    db.inTransaction(async ({ run }) => {
      await run("INSERT INTO things VALUES (1, 2, $1)", [bytes]);
      throw new Error("no");
    }),
    db.inTransaction(({ run }) => run("INSERT INTO things VALUES (2, 1700000000000, $1)", [bytes])),
  ]);
  expect(first).toMatchObject({ status: "rejected", reason: { code: "store-failed" } });
  expect(second).toEqual({ status: "fulfilled", value: 1 });
  const rows = await db.inTransaction(({ all }) => all("SELECT * FROM things"));
  expect(rows).toEqual([{ id: 2, at: 1_700_000_000_000, bytes: Buffer.from(bytes) }]);
  await expect(openPostgres(url, "boards", [])).rejects.toMatchObject({ code: "store-failed" });
  await db.close();
  await expect(openPostgres(url, "boards", [])).rejects.toMatchObject({
    code: "store-failed",
    details: { found: 1, known: 0 },
  });
});

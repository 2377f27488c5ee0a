import { AppError } from "@palabre/shared/errors";
import pg from "pg";
import { z } from "zod";
import { POSTGRES_BOARD_MIGRATIONS } from "./migrations/index.ts";
import { openPostgres, type Rows } from "./postgresDatabase.ts";

// The key of the links, which servers that share a database keep in it.

const keyRow = z.object({ bytes: z.instanceof(Uint8Array) });
const placeRow = z.object({ place: z.string().nullable() });
const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 30_000;

export const keyIn = async ({ first }: Rows): Promise<Uint8Array | undefined> =>
  keyRow.optional().parse(await first('SELECT bytes FROM "serverKey"'))?.bytes;

/**
 * Reads it beside whoever works with the database: no lock is asked for, and no schema made.
 * @returns undefined where servers never shared the database
 * @throws AppError `store-failed` when the database can't be asked
 */
export async function findSharedKey(url: string): Promise<Uint8Array | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "palabre key",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
  });
  // what breaks shows in the question that waits
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(`SELECT to_regclass('boards."serverKey"')::text AS place`);
    if (placeRow.parse(rows[0]).place === null) return undefined;
    const found = keyRow.optional().parse((await client.query('SELECT bytes FROM boards."serverKey"')).rows[0]);
    // a buffer, as the driver gives it, may be a part of a larger one
    return found && new Uint8Array(found.bytes);
  } catch (cause) {
    throw new AppError("store-failed", "The database can't be asked for the key of its links: look at DATABASE_URL", {
      cause,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * For boards that come there with it: a key from before them made no link. This process holds the database already, since it brings them.
 * @throws AppError as `openPostgres` does
 */
export async function setSharedKey(url: string, key: Uint8Array): Promise<void> {
  const db = await openPostgres(url, "boards", POSTGRES_BOARD_MIGRATIONS, { isHeld: true });
  try {
    const set = 'INSERT INTO "serverKey" VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes';
    await db.inTransaction(({ run }) => run(set, [key]));
  } finally {
    await db.close();
  }
}

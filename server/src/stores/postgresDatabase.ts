import { AppError } from "@palabre/shared/errors";
import pg from "pg";
import { z } from "zod";

/** What a statement is run by, inside a transaction. Integers of 64 bits come as numbers: none here is over 2^53. */
export interface Rows {
  /** All rows of a statement, each as it came: to be parsed by who asked. */
  all(statement: string, values?: readonly Value[]): Promise<readonly unknown[]>;
  /** @returns how many rows it changed */
  run(statement: string, values?: readonly Value[]): Promise<number>;
}
export type Value = string | number | boolean | Uint8Array | null | readonly string[] | readonly number[];

/** One of the server's databases in Postgres, in a schema of its own. */
export interface PostgresDatabase {
  /**
   * Runs `work` in one transaction, after all that was asked for before it; when it rejects, nothing of it stays. A connection that
   * breaks meanwhile rejects too, even where the commit may have arrived: the next call opens another one.
   *
   * @throws AppError `store-failed`, with its cause; an AppError of `work` as it is
   */
  inTransaction<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** Waits for what was asked for before; may be called twice. */
  close(): Promise<void>;
}

const BIGINT = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    id === BIGINT ? Number : pg.types.getTypeParser(id, format as "text"),
};
const versionRow = z.object({ version: z.number() });
const heldRow = z.object({ held: z.boolean() });

/**
 * Opens a schema and brings it up to date. One server at a time: the lock goes with the connection.
 *
 * @param url of the database, `postgres://…`
 * @param name of the schema
 * @param migrations SQL by version: the first leads from an empty schema to version 1
 * @throws AppError `store-failed` when it can't be reached, when another server holds it, and for a schema newer than the last migration
 */
export async function openPostgres(
  url: string,
  name: "boards" | "posts",
  migrations: readonly string[],
): Promise<PostgresDatabase> {
  let connection: pg.Client | undefined;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  const connected = async (): Promise<pg.Client> => {
    if (connection) return connection;
    const client = new pg.Client({ connectionString: url, types, application_name: `palabre ${name}` });
    // an error between two statements; the next one opens a connection of its own
    client.on("error", () => {
      if (connection === client) connection = undefined;
    });
    client.on("end", () => {
      if (connection === client) connection = undefined;
    });
    await client.connect();
    try {
      await client.query("SET synchronous_commit = on");
      await hold(client, name);
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${name}`);
      await client.query(`SET search_path = ${name}`);
      await migrate(client, name, migrations);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return (connection = client);
  };
  const transact = async <Result>(work: (rows: Rows) => Promise<Result>): Promise<Result> => {
    if (isClosed) throw new AppError("store-failed", "The store is closed");
    let client: pg.Client | undefined;
    try {
      client = await connected();
      return await inTransaction(client, work);
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError("store-failed", "The database did not take it", { cause });
    }
  };
  const inOrder = <Result>(step: () => Promise<Result>): Promise<Result> => {
    const next = last.then(step, step);
    last = next.catch(() => undefined);
    return next;
  };
  await inOrder(async () => {
    try {
      await connected();
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError("store-failed", "The database can't be reached: look at DATABASE_URL", { cause });
    }
  });
  return {
    inTransaction: (work) => inOrder(() => transact(work)),
    close: () =>
      inOrder(async () => {
        isClosed = true;
        await connection?.end();
        connection = undefined;
      }),
  };
}

async function inTransaction<Result>(client: pg.Client, work: (rows: Rows) => Promise<Result>): Promise<Result> {
  const query = (statement: string, values: readonly Value[] = []) =>
    client.query(
      statement,
      values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
    );
  await client.query("BEGIN");
  try {
    const result = await work({
      all: async (statement, values) => (await query(statement, values)).rows,
      run: async (statement, values) => (await query(statement, values)).rowCount ?? 0,
    });
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** A number that Postgres keeps locks by, of Palabre's own, and one more for each schema. */
const LOCK = 7_252_273;
const LOCK_OF = { boards: 1, posts: 2 } as const;

async function hold(client: pg.Client, name: keyof typeof LOCK_OF): Promise<void> {
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1, $2) AS held", [LOCK, LOCK_OF[name]]);
  if (heldRow.parse(rows[0]).held) return;
  throw new AppError("store-failed", "Another server works with this database: stop it first");
}

/** One transaction for all steps. */
async function migrate(client: pg.Client, name: string, migrations: readonly string[]): Promise<void> {
  await inTransaction(client, async ({ all, run }) => {
    await run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
    const rows = await all("SELECT version FROM schema_version");
    const found = rows.length === 0 ? 0 : versionRow.parse(rows[0]).version;
    const known = migrations.length;
    if (found > known) {
      throw new AppError(
        "store-failed",
        `The schema of ${name} has version ${found}, this program knows versions up to ${known}: start the newer program, or put back a backup`,
        { details: { found, known } },
      );
    }
    if (found === known) return;
    for (const step of migrations.slice(found)) await client.query(step);
    await run("DELETE FROM schema_version");
    await run("INSERT INTO schema_version VALUES ($1)", [known]);
  });
}

import { AppError } from "@palabre/shared/errors";
import pg from "pg";
import { z } from "zod";

/**
 * What a statement is run by, inside a transaction. Integers of 64 bits come as numbers: none here is over 2^53. A statement that is run
 * many times a second has a name: the database reads and plans it once for each connection.
 */
export interface Rows {
  /** All rows of a statement, each as it came: to be parsed by who asked. */
  all(statement: string, values?: readonly Value[], name?: string): Promise<readonly unknown[]>;
  /** The first row; undefined when there is none. */
  first(statement: string, values?: readonly Value[]): Promise<unknown>;
  /** @returns how many rows it changed */
  run(statement: string, values?: readonly Value[], name?: string): Promise<number>;
}
type Single = string | number | boolean | Uint8Array | null;
/** NUL in a text, which Postgres has no place for, becomes U+FFFD, as half a surrogate pair does. */
export type Value = Single | readonly Single[];

/** One of the server's databases in Postgres, in a schema of its own. */
export interface PostgresDatabase {
  /**
   * Runs `work` in one transaction, after all that was asked for before it; when it rejects, nothing of it stays. A connection that
   * breaks meanwhile rejects too, even where the commit may have arrived: the next call opens another one.
   *
   * @throws AppError `store-failed`, with its cause; an AppError of `work` as it is
   */
  inTransaction<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** Runs a statement that can't be part of a transaction, in its turn. @throws AppError `store-failed`, with its cause */
  maintain(statement: string): Promise<void>;
  /** Waits for what was asked for before; may be called twice. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** A database that says nothing for so long is given up: what waits behind it would wait for ever. */
const ANSWER_TIMEOUT_MS = 30_000;
/** A server that was just killed, or a connection that was ended, lets go of its lock within so long. */
const LOCK_TIMEOUT_MS = 3_000;
/** Also where the machine of a server is gone without a word: a minute later the lock is free. */
const SESSION = `
  SET synchronous_commit = on;
  SET lock_timeout = ${LOCK_TIMEOUT_MS};
  SET tcp_keepalives_idle = 30;
  SET tcp_keepalives_interval = 10;
  SET tcp_keepalives_count = 3`;

/** Numbers are given again: only one that is called as this connection is can be its predecessor. */
const END_BACKEND = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE pid = $1 AND datname = current_database() AND application_name = current_setting('application_name')`;

const BIGINT = 20;
const BYTEA = 17;
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") => {
    if (id === BIGINT) return Number;
    const parse = pg.types.getTypeParser(id, format as "text");
    // what is handed out is nobody else's, and no part of a larger buffer
    return id === BYTEA ? (text: string) => new Uint8Array(parse(text)) : parse;
  },
};
const versionRow = z.object({ version: z.number() });
const countedResult = z.object({ rowCount: z.number() });
const backendRow = z.object({ pid: z.number() });

/** One of several servers that share a database. */
export interface Sharing {
  /** of this life of the server */
  readonly server: string;
  /** whether its transactions come to nothing once the others gave it up; false for what finds that out */
  readonly isFenced: boolean;
}

export interface OpenPostgresOptions {
  /** how long a statement may take */
  readonly answerTimeoutMs?: number;
  readonly sharing?: Sharing | undefined;
  /** whether this process has the lock by another connection, which stays open meanwhile */
  readonly isHeld?: boolean | undefined;
}

/** The name by which the connections of a server that shares its database are known to the others. */
export const connectionName = (name: keyof typeof LOCK_OF, server?: string): string =>
  server === undefined ? `palabre ${name}` : `palabre ${name} ${server}`;

/**
 * Opens a schema and brings it up to date. One server at a time, unless all of them share it: the lock goes with the connection. A new
 * connection gets it once the database is done with the one before, so what that one had begun has come to its end, one way or the other.
 *
 * A server that shares the database is fenced: each transaction holds the server's own row, which the others can't take away meanwhile, and
 * comes to nothing where it is gone.
 *
 * @param url of the database, `postgres://…`
 * @param name of the schema
 * @param migrations SQL by version: the first leads from an empty schema to version 1
 * @throws AppError `store-failed` when it can't be reached, when another server holds it for itself, and for a schema newer than the last
 *   migration
 */
export async function openPostgres(
  url: string,
  name: "boards" | "posts",
  migrations: readonly string[],
  options: OpenPostgresOptions = {},
): Promise<PostgresDatabase> {
  const { answerTimeoutMs = ANSWER_TIMEOUT_MS, sharing, isHeld = false } = options;
  let connection: pg.Client | undefined;
  /** the database's own process behind the last connection: it may go on with what nobody waits for any more */
  let backend: number | undefined;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  const giveUp = (client: pg.Client): void => {
    if (connection === client) connection = undefined;
  };
  const connected = async (): Promise<pg.Client> => {
    if (connection) return connection;
    const client = new pg.Client({
      connectionString: url,
      types,
      application_name: connectionName(name, sharing?.server),
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: answerTimeoutMs,
      keepAlive: true,
    });
    // an error between two statements; the next one opens a connection of its own
    client.on("error", () => giveUp(client));
    client.on("end", () => giveUp(client));
    try {
      await client.connect();
      await client.query(SESSION);
      if (backend !== undefined) await client.query(END_BACKEND, [backend]);
      if (!isHeld) await hold(client, name, sharing !== undefined);
      await migrate(client, name, migrations);
      await client.query(`SET search_path = ${name}`);
      backend = backendRow.parse((await client.query("SELECT pg_backend_pid() AS pid")).rows[0]).pid;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return (connection = client);
  };
  const attempt = async <Result>(fault: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
    if (isClosed) throw new AppError("store-failed", "The store is closed: open it again");
    try {
      const client = await connected();
      try {
        return await work(client);
      } catch (error) {
        if (error instanceof BrokenConnection) {
          giveUp(client);
          // it may be waiting for an answer that never comes
          void client.end().catch(() => undefined);
          throw error.cause;
        }
        throw error;
      }
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError("store-failed", fault, { cause });
    }
  };
  const inOrder = <Result>(step: () => Promise<Result>): Promise<Result> => {
    const next = last.then(step, step);
    last = next.catch(() => undefined);
    return next;
  };
  await inOrder(() => attempt("The database can't be opened: look at DATABASE_URL", async () => undefined));
  return {
    inTransaction: (work) =>
      inOrder(() =>
        attempt("The database did not take it", (client) =>
          inTransaction(client, work, sharing?.isFenced === true ? sharing.server : undefined),
        ),
      ),
    maintain: (statement) =>
      inOrder(() =>
        attempt("The database did not do it", async (client) => {
          await ask(client, statement, []);
        }),
      ),
    close: () =>
      inOrder(async () => {
        isClosed = true;
        await connection?.end();
        connection = undefined;
      }),
  };
}

/** What became of the transaction is not known, and nothing more can be asked here. */
class BrokenConnection extends Error {}

async function ask(
  client: pg.Client,
  statement: string,
  values: readonly Value[],
  name?: string,
): Promise<pg.QueryResult> {
  try {
    return await client.query({
      text: statement,
      values: values.map(toParameter),
      ...(name !== undefined && { name }),
    });
  } catch (cause) {
    if (cause instanceof pg.DatabaseError && cause.severity === "ERROR") throw cause;
    throw new BrokenConnection("the connection broke", { cause });
  }
}

function toParameter(value: Value): unknown {
  if (Array.isArray(value)) return value.map(toParameter);
  return typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
}

/** @param server  that must not be given up meanwhile: nobody takes its row away while the transaction lasts */
async function inTransaction<Result>(
  client: pg.Client,
  work: (rows: Rows) => Promise<Result>,
  server?: string,
): Promise<Result> {
  const query = (statement: string, values: readonly Value[] = [], name?: string) =>
    ask(client, statement, values, name);
  // in one message; several statements can't have parameters
  const fence = `; SELECT FROM boards.servers WHERE id = ${pg.escapeLiteral(server ?? "")} FOR KEY SHARE`;
  try {
    const begun: unknown = await query(server === undefined ? "BEGIN" : `BEGIN${fence}`);
    if (Array.isArray(begun) && countedResult.parse(begun.at(-1)).rowCount === 0)
      throw new AppError("store-failed", "The other servers gave this one up, and keep its boards: it starts anew");
    const result = await work({
      all: async (statement, values, name) => (await query(statement, values, name)).rows,
      first: async (statement, values) => (await query(statement, values)).rows[0],
      run: async (statement, values, name) => (await query(statement, values, name)).rowCount ?? 0,
    });
    // a transaction in which a statement failed is rolled back by this, without an error
    const { command } = await query("COMMIT");
    if (command !== "COMMIT") throw new AppError("store-failed", `The database ended the transaction by ${command}`);
    return result;
  } catch (error) {
    if (!(error instanceof BrokenConnection)) await query("ROLLBACK");
    throw error;
  }
}

/** A number that Postgres keeps locks by, of Palabre's own, and one more for each schema. */
const LOCK = 7_252_273;
const LOCK_OF = { boards: 1, posts: 2 } as const;
const LOCK_NOT_AVAILABLE = "55P03";

async function hold(client: pg.Client, name: keyof typeof LOCK_OF, isShared: boolean): Promise<void> {
  const lock = isShared ? "pg_advisory_lock_shared" : "pg_advisory_lock";
  try {
    await client.query(`SELECT ${lock}($1, $2)`, [LOCK, LOCK_OF[name]]);
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError && cause.code === LOCK_NOT_AVAILABLE)) throw cause;
    throw new AppError(
      "store-failed",
      isShared
        ? "A server works with this database that does not share it: stop it first, and give it REDIS_URL"
        : "Another server works with this database: stop it first",
      { cause },
    );
  }
}

/** One transaction for all steps, and one server after the other. */
async function migrate(client: pg.Client, name: string, migrations: readonly string[]): Promise<void> {
  await inTransaction(client, async ({ first, run }) => {
    await run("SELECT pg_advisory_xact_lock($1, 0)", [LOCK]);
    await run(`CREATE SCHEMA IF NOT EXISTS ${name}`);
    await run(`SET LOCAL search_path = ${name}`);
    await run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
    const found = versionRow.optional().parse(await first("SELECT version FROM schema_version"))?.version ?? 0;
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

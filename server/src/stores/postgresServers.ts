import { randomBytes } from "node:crypto";
import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import { POSTGRES_BOARD_MIGRATIONS } from "./migrations/index.ts";
import { connectionName, openPostgres, type PostgresDatabase } from "./postgresDatabase.ts";
import { keyIn } from "./postgresKey.ts";
import { SERVER_LIFE_MS, type ServerRecord, type ServerStore } from "./serverStore.ts";

const serverRow = z.object({ id: z.string(), address: z.string() });
const KEY_BYTES = 32;

const ALIVE_UNTIL = `clock_timestamp() + ${SERVER_LIFE_MS} * INTERVAL '1 millisecond'`;
/** What a server had begun that froze is undone, since its row can't be had before. */
const END_CONNECTIONS = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = ANY ($1::text[])`;

/** The servers that share a Postgres database. They are asked for over a connection of their own: no long transaction holds up a beat. */
export class PostgresServers implements ServerStore {
  readonly #db: PostgresDatabase;
  readonly #own: ServerRecord;

  private constructor(db: PostgresDatabase, own: ServerRecord) {
    this.#db = db;
    this.#own = own;
  }

  /** Joins the others. Who was at the same address before is this server's own past, and is given up. @throws AppError as `openPostgres` */
  static async join(url: string, own: ServerRecord): Promise<PostgresServers> {
    const sharing = { server: own.id, isFenced: false };
    const servers = new PostgresServers(await openPostgres(url, "boards", POSTGRES_BOARD_MIGRATIONS, { sharing }), own);
    await servers.#giveUp("address = $1", [own.address]);
    await servers.#db.inTransaction(({ run }) =>
      run(`INSERT INTO servers (id, address, "aliveUntil") VALUES ($1, $2, ${ALIVE_UNTIL})`, [own.id, own.address]),
    );
    return servers;
  }

  beat(): Promise<readonly ServerRecord[] | undefined> {
    return this.#db.inTransaction(async ({ all, run }) => {
      const changed = await run(`UPDATE servers SET "aliveUntil" = ${ALIVE_UNTIL} WHERE id = $1`, [this.#own.id]);
      if (changed === 0) return undefined;
      return (await all("SELECT id, address FROM servers ORDER BY id")).map((row) => serverRow.parse(row));
    });
  }

  giveUpSilent(): Promise<number> {
    return this.#giveUp('"aliveUntil" < clock_timestamp()', []);
  }

  async #giveUp(which: string, values: readonly string[]): Promise<number> {
    const given = await this.#db.inTransaction(async ({ all }) => {
      const rows = await all(`SELECT id, address FROM servers WHERE ${which}`, values);
      const ids = rows.map((row) => serverRow.parse(row).id);
      const names = ids.flatMap((id) => [connectionName("boards", id), connectionName("posts", id)]);
      if (names.length > 0) await all(END_CONNECTIONS, [names]);
      return ids;
    });
    if (given.length === 0) return 0;
    return this.#db.inTransaction(({ run }) => run(`DELETE FROM servers WHERE ${which}`, values));
  }

  keeperOf(board: BoardId): ReturnType<ServerStore["keeperOf"]> {
    return this.#db.inTransaction(async ({ first, run }) => {
      const take = "INSERT INTO keepers (board, server) SELECT id, $2 FROM boards WHERE id = $1 ON CONFLICT DO NOTHING";
      const isTaken = (await run(take, [board, this.#own.id])) > 0;
      const found = "SELECT servers.id, address FROM keepers JOIN servers ON servers.id = server WHERE board = $1";
      const keeper = serverRow.optional().parse(await first(found, [board]));
      return keeper && { keeper, isTaken };
    });
  }

  takeFree(place: number, servers: number): Promise<number> {
    return this.#db.inTransaction(({ run }) =>
      run(
        `INSERT INTO keepers (board, server)
         SELECT id, $1 FROM boards
         WHERE NOT EXISTS (SELECT FROM keepers WHERE board = boards.id) AND (hashtext(id)::bigint + 2147483648) % $2 = $3
         ON CONFLICT DO NOTHING`,
        [this.#own.id, servers, place],
      ),
    );
  }

  sharedKey(own: Uint8Array | undefined): Promise<Uint8Array> {
    return this.#db.inTransaction(async (rows) => {
      const kept = await keyIn(rows);
      if (kept) return kept;
      // whichever key stood here from now on would be that of all servers, and the right one would never be asked for again
      if (own === undefined && (await rows.first("SELECT FROM boards LIMIT 1")) !== undefined) throw keyMissing();
      const made = own ?? randomBytes(KEY_BYTES);
      await rows.run('INSERT INTO "serverKey" VALUES (1, $1) ON CONFLICT DO NOTHING', [made]);
      return (await keyIn(rows)) ?? made;
    });
  }

  async leave(): Promise<void> {
    await this.#db.inTransaction(({ run }) => run("DELETE FROM servers WHERE id = $1", [this.#own.id]));
  }

  close(): Promise<void> {
    return this.#db.close();
  }
}

const keyMissing = (): AppError =>
  new AppError(
    "store-failed",
    "the database has boards, and DATA_DIR has no key for their links: start the server first that has it, or copy its DATA_DIR/key here, or set the same SECRET_KEY; where it is lost, a new SECRET_KEY makes new links",
  );

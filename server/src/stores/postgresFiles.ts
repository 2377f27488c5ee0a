import { boardIdSchema, type BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import { POSTGRES_BOARD_MIGRATIONS } from "./migrations/index.ts";
import { openPostgres, type OpenPostgresOptions, type PostgresDatabase } from "./postgresDatabase.ts";

const keptRow = z.object({ files: z.number(), bytes: z.number() });
const nameRow = z.object({ board: boardIdSchema, name: z.string() });
const bytesRow = z.object({ bytes: z.instanceof(Uint8Array) });

/** Files of boards where several servers share a database: whoever keeps a board has them. The contract is `FileStore`'s, of `server/files`. */
export class PostgresFiles {
  readonly #db: PostgresDatabase;

  private constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  /** As `openPostgres` does. */
  static async open(url: string, options: OpenPostgresOptions): Promise<PostgresFiles> {
    return new PostgresFiles(await openPostgres(url, "boards", POSTGRES_BOARD_MIGRATIONS, options));
  }

  kept(board: BoardId): Promise<z.output<typeof keptRow>> {
    const sum =
      "SELECT COUNT(*) AS files, COALESCE(SUM(LENGTH(bytes)), 0)::bigint AS bytes FROM files WHERE board = $1";
    return this.#db.inTransaction(async ({ first }) => keptRow.parse(await first(sum, [board])));
  }

  has(board: BoardId, name: string): Promise<boolean> {
    const found = "SELECT 1 FROM files WHERE board = $1 AND name = $2";
    return this.#db.inTransaction(async ({ first }) => (await first(found, [board, name])) !== undefined);
  }

  async keep(board: BoardId, name: string, bytes: Uint8Array): Promise<void> {
    await this.#db.inTransaction(({ run }) =>
      run("INSERT INTO files VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [board, name, bytes]),
    );
  }

  async read(board: BoardId, name: string): Promise<Uint8Array | undefined> {
    const found = "SELECT bytes FROM files WHERE board = $1 AND name = $2";
    const row = await this.#db.inTransaction(({ first }) => first(found, [board, name]));
    return bytesRow.optional().parse(row)?.bytes;
  }

  /** All of them, by board. */
  all(): Promise<readonly { readonly board: BoardId; readonly name: string }[]> {
    const names = "SELECT board, name FROM files ORDER BY board, name";
    return this.#db.inTransaction(async ({ all }) => (await all(names)).map((row) => nameRow.parse(row)));
  }

  close(): Promise<void> {
    return this.#db.close();
  }
}

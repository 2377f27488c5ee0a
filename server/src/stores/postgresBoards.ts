import type { BoardId } from "@palabre/shared/terms";
import { boardRow, digestOf, idRow } from "./boardRows.ts";
import type { BoardRecord, BoardRecordChange } from "./boardStore.ts";
import { unknownBoardError } from "./journalEntries.ts";
import type { Rows } from "./postgresDatabase.ts";
import { keptBy } from "./postgresKeepers.ts";

/** The boards themselves in Postgres, and the ideas that were taken in on them, inside its caller's transaction. */
export class PostgresBoards {
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  async create({ id, title, language, createdAt, counters, historyDays }: BoardRecord): Promise<void> {
    const { facilitator, participant, viewer } = counters;
    await this.#rows.run(
      `INSERT INTO boards
         (id, title, language, "createdAt", "facilitatorCounter", "participantCounter", "viewerCounter", "historyDays")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, title, language, createdAt, facilitator, participant, viewer, historyDays],
    );
  }

  async board(id: BoardId): Promise<BoardRecord | undefined> {
    return boardRow.optional().parse(await this.#rows.first("SELECT * FROM boards WHERE id = $1", [id]));
  }

  async change(id: BoardId, change: BoardRecordChange): Promise<BoardRecord | undefined> {
    const before = await this.board(id);
    if (!before) return undefined;
    const after = { ...before, ...change };
    const { facilitator, participant, viewer } = after.counters;
    await this.#rows.run(
      `UPDATE boards SET title = $1, "facilitatorCounter" = $2, "participantCounter" = $3, "viewerCounter" = $4,
         "historyDays" = $5
       WHERE id = $6`,
      [after.title, facilitator, participant, viewer, after.historyDays, id],
    );
    return after;
  }

  /** @param server  limits them to those that it keeps */
  async ids(after: BoardId | undefined, limit: number, server: string | undefined): Promise<readonly BoardId[]> {
    const { where, values } = keptBy("id", server, 3);
    const rows = await this.#rows.all(`SELECT id FROM boards WHERE id > $1 AND ${where} ORDER BY id LIMIT $2`, [
      after ?? "",
      limit,
      ...values,
    ]);
    return rows.map((row) => idRow.parse(row).id);
  }

  /** Says which of several servers keeps a new board. */
  async keep(board: BoardId, server: string): Promise<void> {
    await this.#rows.run("INSERT INTO keepers VALUES ($1, $2)", [board, server]);
  }

  /** @throws AppError `unknown-board`, by which the caller's transaction leaves nothing */
  async mustHave(...boards: readonly BoardId[]): Promise<void> {
    const rows = await this.#rows.all("SELECT id FROM boards WHERE id = ANY ($1::text[])", [boards]);
    const found = new Set(rows.map((row) => idRow.parse(row).id));
    const missing = boards.find((board) => !found.has(board));
    if (missing !== undefined) throw unknownBoardError(missing);
  }

  async noteIdeas(board: BoardId, keys: readonly string[]): Promise<void> {
    await this.#rows.run("INSERT INTO ideas (board, digest) SELECT $1, unnest($2::bytea[]) ON CONFLICT DO NOTHING", [
      board,
      keys.map(digestOf),
    ]);
  }

  async hasIdea(board: BoardId, key: string): Promise<boolean> {
    const values = [board, digestOf(key)];
    return (await this.#rows.first("SELECT 1 FROM ideas WHERE board = $1 AND digest = $2", values)) !== undefined;
  }

  async check(): Promise<void> {
    await this.#rows.run("UPDATE checks SET count = count + 1");
  }
}

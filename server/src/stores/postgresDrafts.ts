import type { BoardId, PhaseId } from "@palabre/shared/terms";
import type { StoredDrafts } from "./boardStore.ts";
import { DRAFT_TABLES } from "./documentTables.ts";
import { nextRoundRow, readDrafts } from "./draftRows.ts";
import type { Rows } from "./postgresDatabase.ts";

/**
 * Whose drafts there are in Postgres, and their end, inside its caller's transaction.
 *
 * Postgres promises less than a file of our own. What is deleted stays in its table until that is written anew (`REWRITE_ERASED`, right
 * after the transaction), which gives the old file back to the disk without overwriting it. And all that was ever written stands in the
 * database's log (WAL) until that is recycled, and in whatever copies it: archives of the log, replicas, backups. Those are in the hands
 * of whoever runs the database; nothing here can empty them.
 */
export class PostgresDrafts {
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  async ofBoard(board: BoardId): Promise<readonly StoredDrafts[]> {
    return readDrafts(
      await this.#rows.all(`SELECT phase, round FROM "draftRounds" WHERE board = $1`, [board]),
      await this.#rows.all(`SELECT document FROM "draftDocuments" WHERE board = $1 ORDER BY document`, [board]),
    );
  }

  /** @returns the round that begins */
  async erase(board: BoardId, phase: PhaseId): Promise<number> {
    for (const table of TABLES) {
      await this.#rows.run(`DELETE FROM "${table}" WHERE board = $1 AND starts_with(document, $2)`, [
        board,
        `draft/${phase}/`,
      ]);
    }
    const row = await this.#rows.first(
      `INSERT INTO "draftRounds" AS rounds (board, phase, round) VALUES ($1, $2, 1)
       ON CONFLICT (board, phase) DO UPDATE SET round = rounds.round + 1 RETURNING round`,
      [board, phase],
    );
    return nextRoundRow.parse(row).round;
  }
}

const TABLES = [DRAFT_TABLES.updates, DRAFT_TABLES.checkpoints, DRAFT_TABLES.quarantine, DRAFT_TABLES.documents];

/**
 * Writes anew the tables in which something is erased, drafts, ballots and papers, so that their files hold only what is left: a plain
 * `VACUUM` would leave the bytes where they stood. To be run outside of a transaction; it waits for whoever reads them, a backup say.
 */
export const REWRITE_ERASED = `VACUUM (FULL) ${TABLES.map((table) => `"${table}"`).join(", ")}, ballots, papers`;

import type { BallotId, BoardId, PersonId } from "@palabre/shared/terms";
import { ballotRow, paperRow, takesPapers } from "./ballotRows.ts";
import type { BallotRecord, PaperEntry, PaperRecord } from "./ballotStore.ts";
import type { Rows } from "./postgresDatabase.ts";
import { keptBy } from "./postgresKeepers.ts";

/** Ballots and papers in Postgres, inside its caller's transaction. */
export class PostgresBallots {
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  async open({ board, id, salt, openedAt, closesAt, closedAt }: BallotRecord): Promise<void> {
    await this.#rows.run(
      `INSERT INTO ballots (board, id, salt, "openedAt", "closesAt", "closedAt") VALUES ($1, $2, $3, $4, $5, $6)`,
      [board, id, salt, openedAt, closesAt ?? null, closedAt ?? null],
    );
  }

  async ballots(board: BoardId): Promise<readonly BallotRecord[]> {
    const rows = await this.#rows.all("SELECT * FROM ballots WHERE board = $1 ORDER BY id", [board]);
    return rows.map((row) => ballotRow.parse(row));
  }

  async ballot(board: BoardId, id: BallotId): Promise<BallotRecord | undefined> {
    const row = await this.#rows.first("SELECT * FROM ballots WHERE board = $1 AND id = $2", [board, id]);
    return ballotRow.optional().parse(row);
  }

  /** @param server limits them to those of the boards that it keeps */
  async due(server: string | undefined): Promise<readonly BallotRecord[]> {
    const { where, values } = keptBy("board", server, 1);
    const rows = await this.#rows.all(
      `SELECT * FROM ballots WHERE "closedAt" IS NULL AND "closesAt" IS NOT NULL AND ${where} ORDER BY board, id`,
      values,
    );
    return rows.map((row) => ballotRow.parse(row));
  }

  async setClosed(board: BoardId, id: BallotId, at: number | undefined): Promise<void> {
    const which = "WHERE board = $1 AND id = $2";
    if (at === undefined)
      await this.#rows.run(`UPDATE ballots SET "closedAt" = NULL, "closesAt" = NULL ${which}`, [board, id]);
    else await this.#rows.run(`UPDATE ballots SET "closedAt" = coalesce("closedAt", $3) ${which}`, [board, id, at]);
  }

  async put(entries: readonly PaperEntry[]): Promise<readonly boolean[]> {
    const taken: boolean[] = [];
    for (const { board, ballot, person, sealed, at } of entries) {
      const isTaken = takesPapers(await this.ballot(board, ballot), at);
      taken.push(isTaken);
      if (!isTaken) continue;
      if (sealed === undefined) {
        const key = [board, ballot, person];
        await this.#rows.run("DELETE FROM papers WHERE board = $1 AND ballot = $2 AND person = $3", key);
        continue;
      }
      await this.#rows.run(
        `INSERT INTO papers (board, ballot, person, sealed, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (board, ballot, person) DO UPDATE SET sealed = EXCLUDED.sealed, at = EXCLUDED.at`,
        [board, ballot, person, sealed, at],
      );
    }
    return taken;
  }

  async paper(board: BoardId, ballot: BallotId, person: PersonId): Promise<PaperRecord | undefined> {
    const row = await this.#rows.first(
      "SELECT person, sealed, at FROM papers WHERE board = $1 AND ballot = $2 AND person = $3",
      [board, ballot, person],
    );
    return paperRow.optional().parse(row);
  }

  async papers(board: BoardId, ballot: BallotId): Promise<readonly PaperRecord[]> {
    const rows = await this.#rows.all(
      "SELECT person, sealed, at FROM papers WHERE board = $1 AND ballot = $2 ORDER BY person",
      [board, ballot],
    );
    return rows.map((row) => paperRow.parse(row));
  }

  async erase(board: BoardId, ids: readonly BallotId[]): Promise<void> {
    await this.#rows.run("DELETE FROM papers WHERE board = $1 AND ballot = ANY ($2::text[])", [board, ids]);
    await this.#rows.run("DELETE FROM ballots WHERE board = $1 AND id = ANY ($2::text[])", [board, ids]);
  }
}

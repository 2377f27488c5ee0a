import type { BoardId, PersonId } from "@palabre/shared/terms";
import type { SessionRecord, SlideRecord } from "./boardStore.ts";
import { sessionRow, slideRow } from "./peopleRows.ts";
import type { Rows } from "./postgresDatabase.ts";

/** Who comes to a board, and by what, in Postgres: sessions, removals and slides, inside its caller's transaction. */
export class PostgresPeople {
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  async saveSession(session: SessionRecord): Promise<void> {
    const { device, board, person, role, counter, name, colour, bearer, seenAt, expiresAt } = session;
    const { standing = null, askedBy = null } = session;
    await this.#rows.run(
      `INSERT INTO sessions
         (device, board, person, role, counter, name, colour, bearer, "seenAt", "expiresAt", standing, "askedBy")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (device, board) DO UPDATE SET
         (person, role, counter, name, colour, bearer, "seenAt", "expiresAt", standing, "askedBy") =
         ROW (EXCLUDED.person, EXCLUDED.role, EXCLUDED.counter, EXCLUDED.name, EXCLUDED.colour, EXCLUDED.bearer,
              EXCLUDED."seenAt", EXCLUDED."expiresAt", EXCLUDED.standing, EXCLUDED."askedBy")`,
      [device, board, person, role, counter, name, colour, bearer ? 1 : 0, seenAt, expiresAt, standing, askedBy],
    );
  }

  async session(device: string, board: BoardId): Promise<SessionRecord | undefined> {
    const row = await this.#rows.first(`${SESSIONS} WHERE device = $1 AND board = $2`, [device, board]);
    return sessionRow.optional().parse(row);
  }

  async sessionsOfDevice(device: string): Promise<readonly SessionRecord[]> {
    const rows = await this.#rows.all(`${SESSIONS} WHERE device = $1 ORDER BY "seenAt" DESC, board`, [device]);
    return rows.map((row) => sessionRow.parse(row));
  }

  async deleteSession(device: string, board: BoardId): Promise<void> {
    await this.#rows.run("DELETE FROM sessions WHERE device = $1 AND board = $2", [device, board]);
  }

  async setRemoved(board: BoardId, person: PersonId, at: number | undefined): Promise<void> {
    if (at === undefined) {
      await this.#rows.run("DELETE FROM removals WHERE board = $1 AND person = $2", [board, person]);
      return;
    }
    await this.#rows.run(
      `INSERT INTO removals (board, person, at) VALUES ($1, $2, $3)
       ON CONFLICT (board, person) DO UPDATE SET at = EXCLUDED.at`,
      [board, person, at],
    );
  }

  async sessionsOfPerson(board: BoardId, person: PersonId): Promise<readonly SessionRecord[]> {
    const rows = await this.#rows.all(
      `${SESSIONS} WHERE board = $1 AND (person = $2 OR "askedBy" = $2) ORDER BY device`,
      [board, person],
    );
    return rows.map((row) => sessionRow.parse(row));
  }

  async saveSlide({ board, salt, digest, codeAt, seenAt }: SlideRecord): Promise<void> {
    await this.#rows.run("DELETE FROM slides WHERE board = $1 OR digest = $2", [board, digest]);
    await this.#rows.run(`INSERT INTO slides (board, salt, digest, "codeAt", "seenAt") VALUES ($1, $2, $3, $4, $5)`, [
      board,
      salt,
      digest,
      codeAt,
      seenAt,
    ]);
  }

  async slide(board: BoardId): Promise<SlideRecord | undefined> {
    return slideRow.optional().parse(await this.#rows.first("SELECT * FROM slides WHERE board = $1", [board]));
  }

  async slideByDigest(digest: string): Promise<SlideRecord | undefined> {
    return slideRow.optional().parse(await this.#rows.first("SELECT * FROM slides WHERE digest = $1", [digest]));
  }
}

/** Sessions, with the removal of their person beside each. */
const SESSIONS = `SELECT sessions.*, (SELECT at FROM removals
  WHERE removals.board = sessions.board AND removals.person = sessions.person) AS "removedAt" FROM sessions`;

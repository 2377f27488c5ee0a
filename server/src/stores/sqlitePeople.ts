import type { BoardId, PersonId } from "@palabre/shared/terms";
import type { SessionRecord, SlideRecord } from "./boardStore.ts";
import { sessionRow, slideRow } from "./peopleRows.ts";
import type { Database } from "./sqliteFile.ts";

/** Who comes to a board, and by what: sessions, removals and slides of `boards.db`. It opens no transaction: what changes the file runs in its caller's. */
export class SqlitePeople {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  saveSession(session: SessionRecord): void {
    const { device, board, person, role, counter, name, colour, bearer, seenAt, expiresAt, standing, askedBy } =
      session;
    this.#statements.putSession.run(
      device,
      board,
      person,
      role,
      counter,
      name,
      colour,
      bearer ? 1 : 0,
      seenAt,
      expiresAt,
      standing ?? null,
      askedBy ?? null,
    );
  }

  session(device: string, board: BoardId): SessionRecord | undefined {
    return sessionRow.optional().parse(this.#statements.session.get(device, board));
  }

  sessionsOfDevice(device: string): readonly SessionRecord[] {
    return this.#statements.sessionsOfDevice.all(device).map((row) => sessionRow.parse(row));
  }

  deleteSession(device: string, board: BoardId): void {
    this.#statements.deleteSession.run(device, board);
  }

  setRemoved(board: BoardId, person: PersonId, at: number | undefined): void {
    if (at === undefined) this.#statements.deleteRemoval.run(board, person);
    else this.#statements.putRemoval.run(board, person, at);
  }

  sessionsOfPerson(board: BoardId, person: PersonId): readonly SessionRecord[] {
    return this.#statements.sessionsOfPerson.all(board, person, person).map((row) => sessionRow.parse(row));
  }

  saveSlide({ board, salt, digest, codeAt, seenAt }: SlideRecord): void {
    this.#statements.putSlide.run(board, salt, digest, codeAt, seenAt);
  }

  slide(board: BoardId): SlideRecord | undefined {
    return slideRow.optional().parse(this.#statements.slide.get(board));
  }

  slideByDigest(digest: string): SlideRecord | undefined {
    return slideRow.optional().parse(this.#statements.slideByDigest.get(digest));
  }
}

/** Sessions, with the removal of their person beside each. */
const SESSIONS = `SELECT sessions.*, (SELECT at FROM removals
  WHERE removals.board = sessions.board AND removals.person = sessions.person) AS removedAt FROM sessions`;

const prepare = (db: Database) => ({
  putSession: db.prepare(
    `INSERT OR REPLACE INTO sessions
     (device, board, person, role, counter, name, colour, bearer, seenAt, expiresAt, standing, askedBy)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  session: db.prepare(`${SESSIONS} WHERE device = ? AND board = ?`),
  sessionsOfDevice: db.prepare(`${SESSIONS} WHERE device = ? ORDER BY seenAt DESC, board`),
  putRemoval: db.prepare("INSERT OR REPLACE INTO removals (board, person, at) VALUES (?, ?, ?)"),
  deleteRemoval: db.prepare("DELETE FROM removals WHERE board = ? AND person = ?"),
  deleteSession: db.prepare("DELETE FROM sessions WHERE device = ? AND board = ?"),
  sessionsOfPerson: db.prepare(`${SESSIONS} WHERE board = ? AND (person = ? OR askedBy = ?) ORDER BY device`),
  putSlide: db.prepare("INSERT OR REPLACE INTO slides (board, salt, digest, codeAt, seenAt) VALUES (?, ?, ?, ?, ?)"),
  slide: db.prepare("SELECT * FROM slides WHERE board = ?"),
  slideByDigest: db.prepare("SELECT * FROM slides WHERE digest = ?"),
});

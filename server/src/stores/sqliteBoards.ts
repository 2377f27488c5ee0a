import { AppError } from "@palabre/shared/errors";
import {
  boardIdSchema,
  languageSchema,
  personColourSchema,
  personIdSchema,
  roleSchema,
  type BoardId,
} from "@palabre/shared/terms";
import { z } from "zod";
import type { DocumentName } from "@palabre/shared/documents";
import type { BoardRecord, JournalEntry, SessionRecord, StoredDocument } from "./boardStore.ts";
import { BOARD_MIGRATIONS } from "./migrations/index.ts";
import { inTransaction, openSqliteFile, type Database } from "./sqliteFile.ts";
import { SqliteJournal } from "./sqliteJournal.ts";

const boardRow = z
  .object({
    id: boardIdSchema,
    title: z.string(),
    language: languageSchema,
    createdAt: z.number(),
    facilitatorCounter: z.number(),
    participantCounter: z.number(),
    viewerCounter: z.number(),
  })
  .transform(
    ({ id, title, language, createdAt, facilitatorCounter, participantCounter, viewerCounter }): BoardRecord => ({
      id,
      title,
      language,
      createdAt,
      counters: { facilitator: facilitatorCounter, participant: participantCounter, viewer: viewerCounter },
    }),
  );
const sessionRow = z.object({
  device: z.string(),
  board: boardIdSchema,
  person: personIdSchema,
  role: roleSchema,
  counter: z.number(),
  name: z.string(),
  colour: personColourSchema,
  bearer: z.number().transform(Boolean),
  seenAt: z.number(),
  expiresAt: z.number(),
}) satisfies z.ZodType<SessionRecord>;

/** `BoardStore` as one thread runs it, blocking: each call ends when the disk has it. The contract is `BoardStore`'s. */
export class SqliteBoards {
  readonly #db: Database;
  readonly #journal: SqliteJournal;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(file: string) {
    this.#db = openSqliteFile(file, BOARD_MIGRATIONS);
    this.#journal = new SqliteJournal(this.#db);
    this.#statements = prepare(this.#db);
  }

  createBoard(record: BoardRecord, documents: readonly Omit<JournalEntry, "board">[]): void {
    const { id, title, language, createdAt, counters } = record;
    inTransaction(this.#db, () => {
      this.#statements.insertBoard.run(
        id,
        title,
        language,
        createdAt,
        counters.facilitator,
        counters.participant,
        counters.viewer,
      );
      this.#journal.append(documents.map((document) => ({ ...document, board: id })));
    });
  }

  board(id: BoardId): BoardRecord | undefined {
    return boardRow.optional().parse(this.#statements.board.get(id));
  }

  changeBoard(id: BoardId, change: Partial<Pick<BoardRecord, "title" | "counters">>): BoardRecord | undefined {
    return inTransaction(this.#db, () => {
      const before = this.board(id);
      if (!before) return undefined;
      const after = { ...before, ...change };
      const { facilitator, participant, viewer } = after.counters;
      this.#statements.updateBoard.run(after.title, facilitator, participant, viewer, id);
      return after;
    });
  }

  saveSession(session: SessionRecord): void {
    const { device, board, person, role, counter, name, colour, bearer, seenAt, expiresAt } = session;
    inTransaction(this.#db, () => {
      if (!this.board(board)) throw new AppError("unknown-board", `There is no board ${board}: create it first`);
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
      );
    });
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

  append(batch: readonly JournalEntry[]): readonly number[] {
    return batch.length === 0 ? [] : inTransaction(this.#db, () => this.#journal.append(batch));
  }

  load(board: BoardId, document: DocumentName): StoredDocument {
    return this.#journal.load(board, document);
  }

  checkpoint(board: BoardId, document: DocumentName, seq: number, bytes: Uint8Array): void {
    inTransaction(this.#db, () => this.#journal.checkpoint(board, document, seq, bytes));
  }

  check(): void {
    this.#statements.check.run();
  }

  close(): void {
    this.#db.close();
  }
}

const prepare = (db: Database) => ({
  insertBoard: db.prepare(
    `INSERT INTO boards (id, title, language, createdAt, facilitatorCounter, participantCounter, viewerCounter)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
  board: db.prepare("SELECT * FROM boards WHERE id = ?"),
  updateBoard: db.prepare(
    "UPDATE boards SET title = ?, facilitatorCounter = ?, participantCounter = ?, viewerCounter = ? WHERE id = ?",
  ),
  putSession: db.prepare(
    `INSERT OR REPLACE INTO sessions
     (device, board, person, role, counter, name, colour, bearer, seenAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  session: db.prepare("SELECT * FROM sessions WHERE device = ? AND board = ?"),
  sessionsOfDevice: db.prepare("SELECT * FROM sessions WHERE device = ? ORDER BY seenAt DESC, board"),
  deleteSession: db.prepare("DELETE FROM sessions WHERE device = ? AND board = ?"),
  check: db.prepare("UPDATE checks SET count = count + 1"),
});

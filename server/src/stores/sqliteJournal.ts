import { hash } from "node:crypto";
import type { DocumentName } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import type { JournalEntry, StoredDocument } from "./boardStore.ts";
import type { Database } from "./sqliteFile.ts";

const seqRow = z.object({ seq: z.number() });
const checkedRow = seqRow.extend({ bytes: z.instanceof(Uint8Array), sha: z.instanceof(Uint8Array) });
type CheckedRow = z.output<typeof checkedRow>;

const shaOf = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer");
const isIntact = (row: CheckedRow): boolean => Buffer.compare(shaOf(row.bytes), row.sha) === 0;

/**
 * The documents of `boards.db`: journal and checkpoints. It opens no transaction: what changes the file runs in its caller's.
 *
 * The last two checkpoints are kept, and the journal after the older one. So there are two ways to a document (three while it
 * has but one checkpoint: the whole journal), and damage in one of them costs nothing.
 */
export class SqliteJournal {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** @throws AppError `unknown-board`; the caller's transaction must then not be committed */
  append(batch: readonly JournalEntry[]): readonly number[] {
    const heads = new Map<string, { readonly board: BoardId; readonly document: DocumentName; seq: number }>();
    const seqs = batch.map(({ board, document, bytes }) => {
      const key = `${board}/${document}`;
      const head = heads.get(key) ?? { board, document, seq: this.#openDocument(board, document) };
      heads.set(key, head);
      head.seq += 1;
      this.#statements.insertUpdate.run(board, document, head.seq, bytes, shaOf(bytes));
      return head.seq;
    });
    for (const { board, document, seq } of heads.values()) this.#statements.setHead.run(seq, board, document);
    return seqs;
  }

  /** @throws AppError `damaged-document` when no way leads to all that was acknowledged */
  load(board: BoardId, document: DocumentName): StoredDocument {
    const head = this.#head(board, document);
    if (head === undefined) return { checkpoint: undefined, updates: [], seq: 0, journalBytes: 0 };
    const journal = this.#statements.updates.all(board, document).map((row) => checkedRow.parse(row));
    for (const { seq } of [...this.#checkpointSeqs(board, document), { seq: 0 }]) {
      const checkpoint = seq === 0 ? undefined : this.#checkpoint(board, document, seq);
      if (checkpoint && !isIntact(checkpoint)) continue;
      const after = journal.filter((row) => row.seq > seq);
      const isWhole = after.length === head - seq && after.every(isIntact);
      if (!isWhole) continue;
      const updates = after.map((row) => row.bytes);
      const journalBytes = updates.reduce((sum, bytes) => sum + bytes.byteLength, 0);
      return { checkpoint: checkpoint?.bytes, updates, seq: head, journalBytes };
    }
    throw new AppError(
      "damaged-document",
      `${document} of board ${board} is damaged on disk, up to entry ${head}: put back a backup of the data folder`,
      { details: { board, document, seq: head } },
    );
  }

  /** @throws AppError `unknown-board`, or `store-failed` for a `seq` of the future */
  checkpoint(board: BoardId, document: DocumentName, seq: number, bytes: Uint8Array): void {
    const head = this.#openDocument(board, document);
    if (!(seq >= 1 && seq <= head)) {
      throw new AppError(
        "store-failed",
        `A checkpoint can't stand for entry ${seq} of ${head}: give the last one it holds`,
      );
    }
    const earlier = this.#checkpointSeqs(board, document);
    // a late one, overtaken by another: there is a better one already
    if (earlier.some((other) => other.seq > seq)) return;
    this.#statements.putCheckpoint.run(board, document, seq, bytes, shaOf(bytes));
    this.#mustBeIntact(board, document, seq);
    // the one to fall back to is the newest that can be read: a damaged one would be no way at all
    const previous = earlier.find((other) => {
      const row = other.seq < seq ? this.#checkpoint(board, document, other.seq) : undefined;
      return row !== undefined && isIntact(row);
    });
    this.#statements.deleteCheckpoints.run(board, document, seq, previous?.seq ?? 0);
    this.#statements.deleteUpdates.run(board, document, previous?.seq ?? 0);
  }

  /** The newest entry's number, 0 for a document that is born by this. */
  #openDocument(board: BoardId, document: DocumentName): number {
    const head = this.#head(board, document);
    if (head !== undefined) return head;
    if (this.#statements.board.get(board) === undefined) {
      throw new AppError("unknown-board", `There is no board ${board}: create it first`);
    }
    this.#statements.insertDocument.run(board, document);
    return 0;
  }

  #head(board: BoardId, document: DocumentName): number | undefined {
    return seqRow.optional().parse(this.#statements.head.get(board, document))?.seq;
  }

  /** Newest first. */
  #checkpointSeqs(board: BoardId, document: DocumentName): readonly { readonly seq: number }[] {
    return this.#statements.checkpointSeqs.all(board, document).map((row) => seqRow.parse(row));
  }

  #checkpoint(board: BoardId, document: DocumentName, seq: number): CheckedRow {
    return checkedRow.parse(this.#statements.checkpoint.get(board, document, seq));
  }

  /** Read back before the journal beneath it goes. */
  #mustBeIntact(board: BoardId, document: DocumentName, seq: number): void {
    if (isIntact(this.#checkpoint(board, document, seq))) return;
    throw new AppError(
      "store-failed",
      `The checkpoint at entry ${seq} of ${document} was not written as given: look at the disk`,
    );
  }
}

const prepare = (db: Database) => ({
  board: db.prepare("SELECT 1 FROM boards WHERE id = ?"),
  head: db.prepare("SELECT seq FROM documents WHERE board = ? AND document = ?"),
  insertDocument: db.prepare("INSERT INTO documents (board, document, seq) VALUES (?, ?, 0)"),
  setHead: db.prepare("UPDATE documents SET seq = ? WHERE board = ? AND document = ?"),
  insertUpdate: db.prepare("INSERT INTO updates (board, document, seq, bytes, sha) VALUES (?, ?, ?, ?, ?)"),
  updates: db.prepare("SELECT seq, bytes, sha FROM updates WHERE board = ? AND document = ? ORDER BY seq"),
  deleteUpdates: db.prepare("DELETE FROM updates WHERE board = ? AND document = ? AND seq <= ?"),
  checkpointSeqs: db.prepare("SELECT seq FROM checkpoints WHERE board = ? AND document = ? ORDER BY seq DESC"),
  checkpoint: db.prepare("SELECT seq, bytes, sha FROM checkpoints WHERE board = ? AND document = ? AND seq = ?"),
  putCheckpoint: db.prepare(
    "INSERT OR REPLACE INTO checkpoints (board, document, seq, bytes, sha) VALUES (?, ?, ?, ?, ?)",
  ),
  deleteCheckpoints: db.prepare("DELETE FROM checkpoints WHERE board = ? AND document = ? AND seq NOT IN (?, ?)"),
});

import type { BoardId } from "@palabre/shared/terms";
import type { JournalEntry, PackedDocument, StoredCheckpoint } from "./boardStore.ts";
import { DocumentReading, EMPTY_DOCUMENT, type ReadDocument } from "./documentReading.ts";
import { failPoint } from "../failPoint.ts";
import {
  futureCheckpointError,
  outdatedEpochError,
  unlikeCheckpointError,
  unknownBoardError,
} from "./journalEntries.ts";
import { shaOf } from "./packing.ts";
import type { Database } from "./sqliteFile.ts";
import { SqliteQuarantine } from "./sqliteQuarantine.ts";
import {
  checkpointRow,
  entryRow,
  foundHeadRow,
  isIntact,
  seqRow,
  type CheckpointRow,
  type Head,
} from "./journalRecords.ts";
import type { DocumentTables } from "./documentTables.ts";
import type { StoredName } from "./storedName.ts";

/**
 * Documents of `boards.db`, those that everybody shares or those of drafts: journal and checkpoints. It opens no transaction: what changes the file runs in its caller's.
 *
 * The last two checkpoints are kept, and the journal after the older one. So there are two ways to a document (three while it
 * has but one checkpoint: the whole journal), and damage in one of them costs nothing.
 */
export class SqliteJournal {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #quarantine: SqliteQuarantine;

  constructor(db: Database, tables: DocumentTables) {
    this.#statements = prepare(db, tables);
    this.#quarantine = new SqliteQuarantine(db, tables);
  }

  /** @throws AppError `unknown-board`; the caller's transaction must then not be committed */
  append(batch: readonly Pick<JournalEntry, "board" | "document" | "bytes">[]): readonly number[] {
    const heads = new Map<string, { readonly board: BoardId; readonly document: StoredName; seq: number }>();
    const seqs = batch.map(({ board, document, bytes }) => {
      const key = `${board}/${document}`;
      const head = heads.get(key) ?? { board, document, seq: this.#openDocument(board, document).seq };
      heads.set(key, head);
      head.seq += 1;
      this.#statements.insertUpdate.run(board, document, head.seq, bytes, shaOf(bytes));
      return head.seq;
    });
    for (const { board, document, seq } of heads.values()) this.#statements.setHead.run(seq, board, document);
    return seqs;
  }

  /**
   * Changes nothing: what it finds damaged is to be handed to `quarantine`.
   * @throws AppError `damaged-document` when nothing can be read although there was something
   */
  load(board: BoardId, document: StoredName): ReadDocument {
    const head = this.#head(board, document);
    if (head === undefined) return EMPTY_DOCUMENT;
    const checkpoints = this.#checkpointSeqs(board, document);
    const newest = checkpoints[0]?.seq ?? 0;
    // mostly what lies before the newest checkpoint is not needed
    const reading = this.#reading(head, board, document, newest);
    if (newest > 0 && reading.weigh(this.#checkpoint(board, document, newest))) return reading.end(board, document);
    const whole = this.#reading(head, board, document, 0);
    for (const { seq } of checkpoints) if (whole.weigh(this.#checkpoint(board, document, seq))) break;
    return whole.end(board, document);
  }

  /** @param after reads the journal from there on */
  #reading(head: Head, board: BoardId, document: StoredName, after: number): DocumentReading {
    return new DocumentReading({
      ...head,
      journal: this.#statements.updates.all(board, document, after).map((row) => entryRow.parse(row)),
      quarantined: this.#quarantine.entriesOf(board, document),
    });
  }

  quarantine(board: BoardId, document: StoredName, { checkpoints, entries }: ReadDocument["damaged"]): void {
    for (const row of checkpoints) this.#quarantine.addCheckpoint(board, document, row, "damaged");
    for (const row of entries) this.#quarantine.addEntry(board, document, row, row.bytes ? "damaged" : "missing");
  }

  /** @throws AppError `unknown-board`, or `store-failed` for a `seq` of the future */
  checkpoint(board: BoardId, document: StoredName, seq: number, { gzip, vector }: PackedDocument): void {
    const head = this.#openDocument(board, document);
    if (!(seq >= 1 && seq <= head.seq)) throw futureCheckpointError(seq, head.seq);
    const earlier = this.#checkpointSeqs(board, document);
    // a late one, overtaken by another or by a new epoch: there is a better one already
    if (seq <= head.start || earlier.some((other) => other.seq > seq)) return;
    this.#statements.putCheckpoint.run(board, document, seq, gzip, vector, shaOf(gzip, vector));
    failPoint("during-checkpoint");
    this.#mustBeIntact(board, document, seq);
    // the one to fall back to is the newest that can be read: a damaged one would be no way at all
    let previous = 0;
    for (const other of earlier) {
      if (other.seq >= seq || previous > 0) continue;
      const row = this.#checkpoint(board, document, other.seq);
      if (isIntact(row)) previous = other.seq;
      else this.#quarantine.addCheckpoint(board, document, row, "damaged");
    }
    failPoint("before-trim");
    this.#statements.deleteCheckpoints.run(board, document, seq, previous);
    this.#statements.deleteUpdates.run(board, document, previous);
  }

  checkpointOf(board: BoardId, document: StoredName): StoredCheckpoint | undefined {
    for (const { seq } of this.#checkpointSeqs(board, document)) {
      const row = this.#checkpoint(board, document, seq);
      if (isIntact(row)) return row.vector ? { seq, gzip: row.bytes, vector: row.vector } : undefined;
    }
    return undefined;
  }

  setAside(board: BoardId, document: StoredName, seqs: readonly number[], reason: string): void {
    const newest = this.#checkpointSeqs(board, document)[0]?.seq ?? 0;
    for (const seq of seqs) {
      // what the checkpoint holds is part of the document
      if (seq <= newest) continue;
      const row = entryRow.optional().parse(this.#statements.update.get(board, document, seq));
      if (row) this.#quarantine.addEntry(board, document, row, reason);
    }
  }

  /** @throws AppError `unknown-board`, or `store-failed` when there is an entry after `seq` */
  startEpoch(board: BoardId, document: StoredName, seq: number, bytes: Uint8Array): number {
    const head = this.#openDocument(board, document);
    if (seq !== head.seq) throw outdatedEpochError(seq, head.seq);
    this.#statements.deleteCheckpoints.run(board, document, 0, 0);
    this.#statements.deleteUpdates.run(board, document, seq);
    this.#statements.setStart.run(seq, board, document);
    this.append([{ board, document, bytes }]);
    return seq + 1;
  }

  /** A document that isn't there is born by this. */
  #openDocument(board: BoardId, document: StoredName): Head {
    const head = this.#head(board, document);
    if (head !== undefined) return head;
    if (this.#statements.board.get(board) === undefined) {
      throw unknownBoardError(board);
    }
    this.#statements.insertDocument.run(board, document);
    return { seq: 0, start: 0 };
  }

  #head(board: BoardId, document: StoredName): Head | undefined {
    return foundHeadRow.parse(this.#statements.head.get(board, document));
  }

  /** Newest first. */
  #checkpointSeqs(board: BoardId, document: StoredName): readonly { readonly seq: number }[] {
    return this.#statements.checkpointSeqs.all(board, document).map((row) => seqRow.parse(row));
  }

  #checkpoint(board: BoardId, document: StoredName, seq: number): CheckpointRow {
    return checkpointRow.parse(this.#statements.checkpoint.get(board, document, seq));
  }

  /** Read back before the journal beneath it goes. */
  #mustBeIntact(board: BoardId, document: StoredName, seq: number): void {
    if (!isIntact(this.#checkpoint(board, document, seq))) throw unlikeCheckpointError(seq, document);
  }
}

const prepare = (db: Database, { documents, updates, checkpoints }: DocumentTables) => ({
  board: db.prepare("SELECT 1 FROM boards WHERE id = ?"),
  head: db.prepare(`SELECT seq, start FROM ${documents} WHERE board = ? AND document = ?`),
  insertDocument: db.prepare(`INSERT INTO ${documents} (board, document, seq) VALUES (?, ?, 0)`),
  setHead: db.prepare(`UPDATE ${documents} SET seq = ? WHERE board = ? AND document = ?`),
  setStart: db.prepare(`UPDATE ${documents} SET start = ? WHERE board = ? AND document = ?`),
  insertUpdate: db.prepare(`INSERT INTO ${updates} (board, document, seq, bytes, sha) VALUES (?, ?, ?, ?, ?)`),
  update: db.prepare(`SELECT seq, bytes, sha FROM ${updates} WHERE board = ? AND document = ? AND seq = ?`),
  updates: db.prepare(
    `SELECT seq, bytes, sha FROM ${updates} WHERE board = ? AND document = ? AND seq > ? ORDER BY seq`,
  ),
  deleteUpdates: db.prepare(`DELETE FROM ${updates} WHERE board = ? AND document = ? AND seq <= ?`),
  checkpointSeqs: db.prepare(`SELECT seq FROM ${checkpoints} WHERE board = ? AND document = ? ORDER BY seq DESC`),
  checkpoint: db.prepare(
    `SELECT seq, bytes, vector, sha FROM ${checkpoints} WHERE board = ? AND document = ? AND seq = ?`,
  ),
  putCheckpoint: db.prepare(
    `INSERT OR REPLACE INTO ${checkpoints} (board, document, seq, bytes, vector, sha) VALUES (?, ?, ?, ?, ?, ?)`,
  ),
  deleteCheckpoints: db.prepare(`DELETE FROM ${checkpoints} WHERE board = ? AND document = ? AND seq NOT IN (?, ?)`),
});

import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import type { JournalEntry, PackedDocument, StoredCheckpoint } from "./boardStore.ts";
import { DocumentReading, EMPTY_DOCUMENT, type ReadDocument } from "./documentReading.ts";
import type { DocumentTables } from "./documentTables.ts";
import { failPoint } from "../failPoint.ts";
import { futureCheckpointError, outdatedEpochError, unlikeCheckpointError } from "./journalEntries.ts";
import {
  checkpointRow,
  entryRow,
  foundHeadRow,
  headRow,
  isIntact,
  seqRow,
  type CheckpointRow,
  type Head,
} from "./journalRecords.ts";
import { shaOf } from "./packing.ts";
import type { PostgresBoards } from "./postgresBoards.ts";
import type { Rows } from "./postgresDatabase.ts";
import { PostgresQuarantine } from "./postgresQuarantine.ts";
import type { StoredName } from "./storedName.ts";

const countedRow = headRow.extend({ board: z.string(), document: z.string() });
const keyOf = ({ board, document }: { readonly board: string; readonly document: string }): string =>
  `${board}/${document}`;

/**
 * Documents in Postgres, those that everybody shares or those of drafts: journal and checkpoints, inside its caller's transaction. As in
 * `SqliteJournal` the last two checkpoints are kept, and the journal after the older one.
 *
 * A batch is a few statements, however many entries it has: each is a journey to the database and back.
 */
export class PostgresJournal {
  readonly #rows: Rows;
  readonly #tables: DocumentTables;
  readonly #boards: PostgresBoards;
  readonly #quarantine: PostgresQuarantine;

  constructor(rows: Rows, tables: DocumentTables, boards: PostgresBoards) {
    this.#rows = rows;
    this.#tables = tables;
    this.#boards = boards;
    this.#quarantine = new PostgresQuarantine(rows, tables);
  }

  /** @throws AppError `unknown-board`, by which the caller's transaction leaves nothing */
  async append(batch: readonly Pick<JournalEntry, "board" | "document" | "bytes">[]): Promise<readonly number[]> {
    if (batch.length === 0) return [];
    const named = new Map(batch.map(({ board, document }) => [keyOf({ board, document }), { board, document }]));
    const heads = new Map<string, number>();
    await this.#appendToKnown(batch, heads);
    const unborn = [...named].filter(([key]) => !heads.has(key)).map(([, document]) => document);
    if (unborn.length > 0) {
      await this.#bear(unborn);
      await this.#appendToKnown(
        batch.filter((entry) => !heads.has(keyOf(entry))),
        heads,
      );
    }
    const after = afterEach(batch);
    return batch.map((entry, at) => {
      const head = heads.get(keyOf(entry));
      if (head === undefined) throw new Error("a document that was just opened");
      return head - (after[at] ?? 0);
    });
  }

  /**
   * Changes nothing: what it finds damaged is to be handed to `quarantine`.
   * @throws AppError `damaged-document` when nothing can be read although there was something
   */
  async load(board: BoardId, document: StoredName): Promise<ReadDocument> {
    const head = await this.#head(board, document);
    if (head === undefined) return EMPTY_DOCUMENT;
    const journal = await this.#rows.all(
      `SELECT seq, bytes, sha FROM "${this.#tables.updates}" WHERE board = $1 AND document = $2 ORDER BY seq`,
      [board, document],
    );
    const reading = new DocumentReading({
      ...head,
      journal: journal.map((row) => entryRow.parse(row)),
      quarantined: await this.#quarantine.entriesOf(board, document),
    });
    for (const { seq } of await this.#checkpointSeqs(board, document)) {
      if (reading.weigh(await this.#checkpoint(board, document, seq))) break;
    }
    return reading.end(board, document);
  }

  async quarantine(
    board: BoardId,
    document: StoredName,
    { checkpoints, entries }: ReadDocument["damaged"],
  ): Promise<void> {
    for (const row of checkpoints) await this.#quarantine.addCheckpoint(board, document, row, "damaged");
    for (const row of entries) await this.#quarantine.addEntry(board, document, row, row.bytes ? "damaged" : "missing");
  }

  /** @throws AppError `unknown-board`, or `store-failed` for a `seq` of the future */
  async checkpoint(board: BoardId, document: StoredName, seq: number, { gzip, vector }: PackedDocument): Promise<void> {
    const head = await this.#openDocument(board, document);
    if (!(seq >= 1 && seq <= head.seq)) throw futureCheckpointError(seq, head.seq);
    const earlier = await this.#checkpointSeqs(board, document);
    // a late one, overtaken by another or by a new epoch: there is a better one already
    if (seq <= head.start || earlier.some((other) => other.seq > seq)) return;
    await this.#rows.run(
      `INSERT INTO "${this.#tables.checkpoints}" (board, document, seq, bytes, vector, sha)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (board, document, seq)
       DO UPDATE SET bytes = EXCLUDED.bytes, vector = EXCLUDED.vector, sha = EXCLUDED.sha`,
      [board, document, seq, gzip, vector, shaOf(gzip, vector)],
    );
    failPoint("during-checkpoint");
    // read back before the journal beneath it goes
    if (!isIntact(await this.#checkpoint(board, document, seq))) throw unlikeCheckpointError(seq, document);
    // the one to fall back to is the newest that can be read: a damaged one would be no way at all
    let previous = 0;
    for (const other of earlier) {
      if (other.seq >= seq || previous > 0) continue;
      const row = await this.#checkpoint(board, document, other.seq);
      if (isIntact(row)) previous = other.seq;
      else await this.#quarantine.addCheckpoint(board, document, row, "damaged");
    }
    failPoint("before-trim");
    await this.#trim(board, document, { keeping: [seq, previous], upTo: previous });
  }

  async checkpointOf(board: BoardId, document: StoredName): Promise<StoredCheckpoint | undefined> {
    for (const { seq } of await this.#checkpointSeqs(board, document)) {
      const row = await this.#checkpoint(board, document, seq);
      if (isIntact(row)) return row.vector ? { seq, gzip: row.bytes, vector: row.vector } : undefined;
    }
    return undefined;
  }

  async setAside(board: BoardId, document: StoredName, seqs: readonly number[], reason: string): Promise<void> {
    const newest = (await this.#checkpointSeqs(board, document))[0]?.seq ?? 0;
    // what the checkpoint holds is part of the document
    const rows = await this.#rows.all(
      `SELECT seq, bytes, sha FROM "${this.#tables.updates}"
       WHERE board = $1 AND document = $2 AND seq = ANY ($3::bigint[]) AND seq > $4 ORDER BY seq`,
      [board, document, seqs, newest],
    );
    for (const row of rows) await this.#quarantine.addEntry(board, document, entryRow.parse(row), reason);
  }

  /** @throws AppError `unknown-board`, or `store-failed` when there is an entry after `seq` */
  async startEpoch(board: BoardId, document: StoredName, seq: number, bytes: Uint8Array): Promise<number> {
    const head = await this.#openDocument(board, document);
    if (seq !== head.seq) throw outdatedEpochError(seq, head.seq);
    await this.#trim(board, document, { keeping: [], upTo: seq });
    await this.#rows.run(`UPDATE "${this.#tables.documents}" SET start = $1 WHERE board = $2 AND document = $3`, [
      seq,
      board,
      document,
    ]);
    await this.append([{ board, document, bytes }]);
    return seq + 1;
  }

  /** Deletes the checkpoints but some, and the journal up to an entry. */
  async #trim(
    board: BoardId,
    document: StoredName,
    { keeping, upTo }: { readonly keeping: readonly number[]; readonly upTo: number },
  ): Promise<void> {
    const { checkpoints, updates } = this.#tables;
    await this.#rows.run(
      `DELETE FROM "${checkpoints}" WHERE board = $1 AND document = $2 AND seq <> ALL ($3::bigint[])`,
      [board, document, keeping],
    );
    await this.#rows.run(`DELETE FROM "${updates}" WHERE board = $1 AND document = $2 AND seq <= $3`, [
      board,
      document,
      upTo,
    ]);
  }

  /** Appends what belongs to documents that are there, in one journey. @param heads gets the number of the newest entry of each of them */
  async #appendToKnown(
    batch: readonly Pick<JournalEntry, "board" | "document" | "bytes">[],
    heads: Map<string, number>,
  ): Promise<void> {
    const { documents, updates } = this.#tables;
    const rows = await this.#rows.all(
      `WITH entries AS (
         SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[], $5::bytea[])
           AS entries (board, document, after, bytes, sha)
       ), counted AS (
         UPDATE "${documents}" AS kept SET seq = kept.seq + more.count
         FROM (SELECT board, document, count(*) FROM entries GROUP BY board, document) AS more
         WHERE kept.board = more.board AND kept.document = more.document
         RETURNING kept.board, kept.document, kept.seq, kept.start
       ), appended AS (
         INSERT INTO "${updates}" (board, document, seq, bytes, sha)
         SELECT board, document, seq - after, bytes, sha FROM entries JOIN counted USING (board, document)
       )
       SELECT * FROM counted`,
      [
        batch.map(({ board }) => board),
        batch.map(({ document }) => document),
        afterEach(batch),
        batch.map(({ bytes }) => bytes),
        batch.map(({ bytes }) => shaOf(bytes)),
      ],
      `append ${updates}`,
    );
    for (const row of rows) {
      const counted = countedRow.parse(row);
      heads.set(keyOf(counted), counted.seq);
    }
  }

  async #bear(wanted: readonly Pick<JournalEntry, "board" | "document">[]): Promise<void> {
    await this.#boards.mustHave(...new Set(wanted.map(({ board }) => board)));
    await this.#rows.run(
      `INSERT INTO "${this.#tables.documents}" (board, document, seq)
       SELECT *, 0 FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
      [wanted.map(({ board }) => board), wanted.map(({ document }) => document)],
    );
  }

  async #openDocument(board: BoardId, document: StoredName): Promise<Head> {
    const head = await this.#head(board, document);
    if (head !== undefined) return head;
    await this.#bear([{ board, document }]);
    return { seq: 0, start: 0 };
  }

  async #head(board: BoardId, document: StoredName): Promise<Head | undefined> {
    const row = await this.#rows.first(
      `SELECT seq, start FROM "${this.#tables.documents}" WHERE board = $1 AND document = $2`,
      [board, document],
    );
    return foundHeadRow.parse(row);
  }

  /** Newest first. */
  async #checkpointSeqs(board: BoardId, document: StoredName): Promise<readonly { readonly seq: number }[]> {
    const rows = await this.#rows.all(
      `SELECT seq FROM "${this.#tables.checkpoints}" WHERE board = $1 AND document = $2 ORDER BY seq DESC`,
      [board, document],
    );
    return rows.map((row) => seqRow.parse(row));
  }

  async #checkpoint(board: BoardId, document: StoredName, seq: number): Promise<CheckpointRow> {
    const row = await this.#rows.first(
      `SELECT seq, bytes, vector, sha FROM "${this.#tables.checkpoints}"
       WHERE board = $1 AND document = $2 AND seq = $3`,
      [board, document, seq],
    );
    return checkpointRow.parse(row);
  }
}

/** For each entry of a batch, how many of the same document come after it. */
function afterEach(batch: readonly Pick<JournalEntry, "board" | "document">[]): readonly number[] {
  const counts = new Map<string, number>();
  return batch
    .toReversed()
    .map((entry) => {
      const key = keyOf(entry);
      const after = counts.get(key) ?? 0;
      counts.set(key, after + 1);
      return after;
    })
    .toReversed();
}

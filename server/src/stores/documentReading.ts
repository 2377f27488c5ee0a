import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import { spoken } from "./journalEntries.ts";
import { faultsAfter, isIntact, type CheckpointRow, type EntryRow, type Head } from "./journalRecords.ts";
import type { StoredName } from "./storedName.ts";

/** As `StoredDocument`, of which the checkpoint may still be packed. */
export interface ReadDocument {
  readonly checkpoint: Uint8Array | undefined;
  readonly isPacked: boolean;
  readonly updates: readonly Uint8Array[];
  readonly seqs: readonly number[];
  readonly seq: number;
  readonly journalBytes: number;
  readonly quarantined: number;
  /** what of it can't be read and is not set aside yet */
  readonly damaged: { readonly checkpoints: readonly CheckpointRow[]; readonly entries: readonly EntryRow[] };
}

/** A checkpoint, or the beginning, and what is wrong with the entries after it. */
interface Way {
  readonly checkpoint: CheckpointRow | undefined;
  readonly intact: readonly EntryRow[];
  readonly faults: readonly EntryRow[];
}

/**
 * Finds the best way to a document from what is kept of it: the newest checkpoint from which nothing is missing, else the newest that can
 * be read, else the journal from its beginning. Checkpoints are large and mostly the first will do, so they are handed in one by one.
 */
export class DocumentReading {
  readonly #stored: Head & { readonly journal: readonly EntryRow[]; readonly quarantined: ReadonlySet<number> };
  readonly #damaged: CheckpointRow[] = [];
  #best: Way | undefined;

  constructor(stored: Head & { readonly journal: readonly EntryRow[]; readonly quarantined: ReadonlySet<number> }) {
    this.#stored = stored;
  }

  /**
   * @param checkpoint the next one, newest first
   * @returns whether it is all that is needed
   */
  weigh(checkpoint: CheckpointRow): boolean {
    if (isIntact(checkpoint)) return this.#weighFrom(checkpoint.seq, checkpoint);
    this.#damaged.push(checkpoint);
    return false;
  }

  /** @throws AppError `damaged-document` when nothing can be read although there was something */
  end(board: BoardId, document: StoredName): ReadDocument {
    const { seq, start, quarantined } = this.#stored;
    if (this.#best?.faults.length !== 0) this.#weighFrom(start, undefined);
    const best = this.#best;
    // what was set aside before is known of: a document that had nothing else is an empty one
    if (!best || (!best.checkpoint && best.intact.length === 0 && best.faults.length > 0)) {
      throw new AppError(
        "damaged-document",
        `${spoken(document)} of board ${board} is damaged on disk, up to entry ${seq}: put back a backup of the data folder`,
        { details: { board, document: spoken(document), seq } },
      );
    }
    const updates = best.intact.map(({ bytes }) => bytes ?? new Uint8Array());
    return {
      checkpoint: best.checkpoint?.bytes,
      isPacked: best.checkpoint?.vector != null,
      updates,
      seqs: best.intact.map((entry) => entry.seq),
      seq,
      journalBytes: updates.reduce((sum, bytes) => sum + bytes.byteLength, 0),
      quarantined: quarantined.size + best.faults.length,
      damaged: { checkpoints: this.#damaged, entries: best.faults },
    };
  }

  #weighFrom(seq: number, checkpoint: CheckpointRow | undefined): boolean {
    const { seq: head, journal, quarantined } = this.#stored;
    const after = faultsAfter({ seq, head, journal, quarantined });
    const isReachable = checkpoint !== undefined || head === seq || after?.hasFirst === true;
    if (!after || !isReachable) return false;
    const isWhole = after.faults.length === 0;
    if (isWhole || !this.#best) this.#best = { checkpoint, ...after };
    return isWhole;
  }
}

/** What a document that never was is made of. */
export const EMPTY_DOCUMENT: ReadDocument = {
  checkpoint: undefined,
  isPacked: false,
  updates: [],
  seqs: [],
  seq: 0,
  journalBytes: 0,
  quarantined: 0,
  damaged: { checkpoints: [], entries: [] },
};

import type { DocumentName } from "@palabre/shared/documents";
import type { BoardId } from "@palabre/shared/terms";
import type { PackedDocument, StoredCheckpoint, StoredDocument } from "./boardStore.ts";
import { futureCheckpointError, outdatedEpochError } from "./journalEntries.ts";
import { unpack } from "./packing.ts";

interface Entry {
  readonly seq: number;
  readonly bytes: Uint8Array;
}
interface KeptDocument {
  seq: number;
  /** the last entry before the epoch */
  start: number;
  checkpoint: StoredCheckpoint | undefined;
  updates: Entry[];
  quarantined: number;
}

/** The documents of `MemoryBoardStore`. Memory is not damaged: one checkpoint is enough, and only what others set aside is missing. */
export class MemoryDocuments {
  readonly #documents = new Map<string, KeptDocument>();

  append(board: BoardId, document: DocumentName, bytes: Uint8Array): number {
    const kept = this.#open(board, document);
    kept.seq += 1;
    kept.updates.push({ seq: kept.seq, bytes: new Uint8Array(bytes) });
    return kept.seq;
  }

  async load(board: BoardId, document: DocumentName): Promise<StoredDocument> {
    const { seq, checkpoint, updates, quarantined } = this.#find(board, document);
    const own = updates.map(({ bytes }) => new Uint8Array(bytes));
    // before anything is waited for: entries may be added meanwhile
    const seqs = updates.map((entry) => entry.seq);
    return {
      checkpoint: checkpoint && (await unpack(checkpoint.gzip)),
      updates: own,
      seqs,
      seq,
      journalBytes: own.reduce((sum, bytes) => sum + bytes.byteLength, 0),
      quarantined,
    };
  }

  checkpoint(board: BoardId, document: DocumentName, seq: number, { gzip, vector }: PackedDocument): void {
    const kept = this.#find(board, document);
    if (!(seq >= 1 && seq <= kept.seq)) throw futureCheckpointError(seq, kept.seq);
    if (seq <= kept.start || (kept.checkpoint && kept.checkpoint.seq > seq)) return;
    kept.checkpoint = { seq, gzip: new Uint8Array(gzip), vector: new Uint8Array(vector) };
    kept.updates = kept.updates.filter((update) => update.seq > seq);
  }

  checkpointOf(board: BoardId, document: DocumentName): StoredCheckpoint | undefined {
    return structuredClone(this.#find(board, document).checkpoint);
  }

  setAside(board: BoardId, document: DocumentName, seqs: readonly number[]): void {
    const kept = this.#find(board, document);
    const left = kept.updates.filter(({ seq }) => !seqs.includes(seq));
    kept.quarantined += kept.updates.length - left.length;
    kept.updates = left;
  }

  startEpoch(board: BoardId, document: DocumentName, seq: number, bytes: Uint8Array): number {
    const kept = this.#open(board, document);
    if (seq !== kept.seq) throw outdatedEpochError(seq, kept.seq);
    kept.start = seq;
    kept.checkpoint = undefined;
    kept.updates = [];
    return this.append(board, document, bytes);
  }

  #find(board: BoardId, document: DocumentName): KeptDocument {
    return (
      this.#documents.get(`${board}/${document}`) ?? {
        seq: 0,
        start: 0,
        checkpoint: undefined,
        updates: [],
        quarantined: 0,
      }
    );
  }

  #open(board: BoardId, document: DocumentName): KeptDocument {
    const kept = this.#find(board, document);
    this.#documents.set(`${board}/${document}`, kept);
    return kept;
  }
}

import { readDraftName, type BoardId, type PersonId, type PhaseId } from "@palabre/shared/terms";
import type { PackedDocument, PackedStoredDocument, StoredCheckpoint, StoredDrafts } from "./boardStore.ts";
import { futureCheckpointError, outdatedEpochError } from "./journalEntries.ts";
import type { StoredName } from "./storedName.ts";

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
  readonly #rounds = new Map<BoardId, Map<PhaseId, number>>();

  append(board: BoardId, document: StoredName, bytes: Uint8Array): number {
    const kept = this.#open(board, document);
    kept.seq += 1;
    kept.updates.push({ seq: kept.seq, bytes: new Uint8Array(bytes) });
    return kept.seq;
  }

  load(board: BoardId, document: StoredName): PackedStoredDocument {
    const { seq, checkpoint, updates, quarantined } = this.#find(board, document);
    const own = updates.map(({ bytes }) => new Uint8Array(bytes));
    return {
      checkpoint: checkpoint && new Uint8Array(checkpoint.gzip),
      isPacked: checkpoint !== undefined,
      updates: own,
      seqs: updates.map((entry) => entry.seq),
      seq,
      journalBytes: own.reduce((sum, bytes) => sum + bytes.byteLength, 0),
      quarantined,
    };
  }

  checkpoint(board: BoardId, document: StoredName, seq: number, { gzip, vector }: PackedDocument): void {
    const kept = this.#find(board, document);
    if (!(seq >= 1 && seq <= kept.seq)) throw futureCheckpointError(seq, kept.seq);
    if (seq <= kept.start || (kept.checkpoint && kept.checkpoint.seq > seq)) return;
    kept.checkpoint = { seq, gzip: new Uint8Array(gzip), vector: new Uint8Array(vector) };
    kept.updates = kept.updates.filter((update) => update.seq > seq);
  }

  checkpointOf(board: BoardId, document: StoredName): StoredCheckpoint | undefined {
    return structuredClone(this.#find(board, document).checkpoint);
  }

  setAside(board: BoardId, document: StoredName, seqs: readonly number[]): void {
    const kept = this.#find(board, document);
    const left = kept.updates.filter(({ seq }) => !seqs.includes(seq));
    kept.quarantined += kept.updates.length - left.length;
    kept.updates = left;
  }

  startEpoch(board: BoardId, document: StoredName, seq: number, bytes: Uint8Array): number {
    const kept = this.#open(board, document);
    if (seq !== kept.seq) throw outdatedEpochError(seq, kept.seq);
    kept.start = seq;
    kept.checkpoint = undefined;
    kept.updates = [];
    return this.append(board, document, bytes);
  }

  drafts(board: BoardId): readonly StoredDrafts[] {
    const found = new Map<PhaseId, PersonId[]>();
    for (const phase of this.#rounds.get(board)?.keys() ?? []) found.set(phase, []);
    for (const key of this.#documents.keys()) {
      const name = key.startsWith(`${board}/`) ? readDraftName(key.slice(board.length + 1)) : undefined;
      if (name) found.set(name.phase, [...(found.get(name.phase) ?? []), name.person]);
    }
    return [...found].map(([phase, people]) => ({ phase, people, round: this.#rounds.get(board)?.get(phase) ?? 0 }));
  }

  eraseDrafts(board: BoardId, phase: PhaseId): number {
    for (const key of this.#documents.keys())
      if (key.startsWith(`${board}/draft/${phase}/`)) this.#documents.delete(key);
    const rounds = this.#rounds.get(board) ?? new Map<PhaseId, number>();
    const round = (rounds.get(phase) ?? 0) + 1;
    this.#rounds.set(board, rounds.set(phase, round));
    return round;
  }

  #find(board: BoardId, document: StoredName): KeptDocument {
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

  #open(board: BoardId, document: StoredName): KeptDocument {
    const kept = this.#find(board, document);
    this.#documents.set(`${board}/${document}`, kept);
    return kept;
  }
}

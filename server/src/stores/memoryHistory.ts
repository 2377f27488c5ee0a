import { AppError } from "@palabre/shared/errors";
import type { BoardId, VersionId } from "@palabre/shared/terms";
import type { ChangeFilter, ClientOwner, JournalEntry, LoggedChange, VersionRecord } from "./boardStore.ts";

interface KeptHistory {
  readonly clients: Map<number, string>;
  changes: LoggedChange[];
  readonly versions: Map<VersionId, { readonly record: VersionRecord; readonly bytes: Uint8Array }>;
}

/** Client ids, change log and versions of `MemoryBoardStore`. */
export class MemoryHistory {
  readonly #boards = new Map<BoardId, KeptHistory>();

  note({ board, clients = [], change }: JournalEntry, seq: number): void {
    const kept = this.#open(board);
    for (const { client, device } of clients) if (!kept.clients.has(client)) kept.clients.set(client, device);
    if (change) kept.changes.push(structuredClone({ ...change, seq }));
  }

  clientsOf(board: BoardId): readonly ClientOwner[] {
    const owners = [...this.#find(board).clients].map(([client, device]) => ({ client, device }));
    return owners.sort((a, b) => a.client - b.client);
  }

  changes(board: BoardId, { person, afterSeq = 0, since = 0, limit }: ChangeFilter): readonly LoggedChange[] {
    const found = this.#find(board).changes.filter(
      (change) => change.seq > afterSeq && change.at >= since && (person === undefined || change.person === person),
    );
    return structuredClone(found.slice(0, limit));
  }

  saveVersion(record: VersionRecord, bytes: Uint8Array): void {
    const { versions } = this.#open(record.board);
    if (versions.has(record.id)) throw new AppError("store-failed", `Version ${record.id} is there already`);
    versions.set(record.id, { record: structuredClone(record), bytes: new Uint8Array(bytes) });
  }

  versions(board: BoardId): readonly VersionRecord[] {
    const records = [...this.#find(board).versions.values()].map(({ record }) => record);
    return structuredClone(records.sort((a, b) => b.at - a.at || b.seq - a.seq || (a.id < b.id ? -1 : 1)));
  }

  version(board: BoardId, id: VersionId): { record: VersionRecord; bytes: Uint8Array } | undefined {
    return structuredClone(this.#find(board).versions.get(id));
  }

  deleteVersion(board: BoardId, id: VersionId): void {
    this.#find(board).versions.delete(id);
  }

  drop(board: BoardId, before: number, changesBefore: number): number {
    const kept = this.#find(board);
    const left = kept.changes.filter(({ at }) => at >= changesBefore);
    const old = [...kept.versions.values()].filter(({ record }) => record.kind !== "manual" && record.at < before);
    const dropped = kept.changes.length - left.length + old.length;
    kept.changes = left;
    for (const { record } of old) kept.versions.delete(record.id);
    return dropped;
  }

  #find(board: BoardId): KeptHistory {
    return this.#boards.get(board) ?? { clients: new Map(), changes: [], versions: new Map() };
  }

  #open(board: BoardId): KeptHistory {
    const kept = this.#find(board);
    this.#boards.set(board, kept);
    return kept;
  }
}

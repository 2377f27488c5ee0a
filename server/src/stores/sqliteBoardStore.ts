import type { DocumentName } from "@palabre/shared/documents";
import type { BoardId } from "@palabre/shared/terms";
import type { BoardRecord, BoardStore, JournalEntry, SessionRecord, StoredDocument } from "./boardStore.ts";
import type { SqliteBoards } from "./sqliteBoards.ts";
import { openRemote, packBytes, workerEntry, type Remote } from "./workerBridge.ts";

/** Boards in one SQLite file, which one worker thread reads and writes. */
export class SqliteBoardStore implements BoardStore {
  readonly #remote: Remote<SqliteBoards>;

  private constructor(remote: Remote<SqliteBoards>) {
    this.#remote = remote;
  }

  static async open(file: string): Promise<SqliteBoardStore> {
    return new SqliteBoardStore(await openRemote<SqliteBoards>(workerEntry("sqliteBoardWorker"), file));
  }

  createBoard(record: BoardRecord, documents: readonly Omit<JournalEntry, "board">[]): Promise<void> {
    const { entries, buffer } = packed(documents);
    return this.#remote.call("createBoard", [record, entries], [buffer]);
  }

  board(id: BoardId): Promise<BoardRecord | undefined> {
    return this.#remote.call("board", [id]);
  }

  changeBoard(id: BoardId, change: Partial<Pick<BoardRecord, "title" | "counters">>): Promise<BoardRecord | undefined> {
    return this.#remote.call("changeBoard", [id, change]);
  }

  saveSession(session: SessionRecord): Promise<void> {
    return this.#remote.call("saveSession", [session]);
  }

  session(device: string, board: BoardId): Promise<SessionRecord | undefined> {
    return this.#remote.call("session", [device, board]);
  }

  sessionsOfDevice(device: string): Promise<readonly SessionRecord[]> {
    return this.#remote.call("sessionsOfDevice", [device]);
  }

  deleteSession(device: string, board: BoardId): Promise<void> {
    return this.#remote.call("deleteSession", [device, board]);
  }

  append(batch: readonly JournalEntry[]): Promise<readonly number[]> {
    const { entries, buffer } = packed(batch);
    return this.#remote.call("append", [entries], [buffer]);
  }

  load(board: BoardId, document: DocumentName): Promise<StoredDocument> {
    return this.#remote.call("load", [board, document]);
  }

  checkpoint(board: BoardId, document: DocumentName, seq: number, bytes: Uint8Array): Promise<void> {
    const copy = new Uint8Array(bytes);
    return this.#remote.call("checkpoint", [board, document, seq, copy], [copy.buffer]);
  }

  check(): Promise<void> {
    return this.#remote.call("check", []);
  }

  close(): Promise<void> {
    return this.#remote.close();
  }
}

const packed = <Entry extends { readonly bytes: Uint8Array }>(
  entries: readonly Entry[],
): { entries: readonly Entry[]; buffer: ArrayBuffer } => {
  const { views, buffer } = packBytes(entries.map(({ bytes }) => bytes));
  return { entries: entries.map((entry, index) => ({ ...entry, bytes: views[index] ?? new Uint8Array() })), buffer };
};

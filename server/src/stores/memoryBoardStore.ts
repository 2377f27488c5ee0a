import type { DocumentName } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import type { BoardRecord, BoardStore, JournalEntry, SessionRecord, StoredDocument } from "./boardStore.ts";

interface KeptDocument {
  seq: number;
  checkpoint: { readonly seq: number; readonly bytes: Uint8Array } | undefined;
  updates: { readonly seq: number; readonly bytes: Uint8Array }[];
}

/** Boards in this process, for tests and trials: nothing outlives it. What is kept is copied on its way in and out. */
export class MemoryBoardStore implements BoardStore {
  readonly #boards = new Map<BoardId, BoardRecord>();
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #documents = new Map<string, KeptDocument>();
  #closed = false;

  async createBoard(record: BoardRecord, documents: readonly Omit<JournalEntry, "board">[]): Promise<void> {
    this.#mustBeOpen();
    if (this.#boards.has(record.id)) throw new AppError("store-failed", `Board ${record.id} is there already`);
    this.#boards.set(record.id, structuredClone(record));
    for (const document of documents) this.#appendOne({ ...document, board: record.id });
  }

  async board(id: BoardId): Promise<BoardRecord | undefined> {
    this.#mustBeOpen();
    return structuredClone(this.#boards.get(id));
  }

  async changeBoard(
    id: BoardId,
    change: Partial<Pick<BoardRecord, "title" | "counters">>,
  ): Promise<BoardRecord | undefined> {
    this.#mustBeOpen();
    const before = this.#boards.get(id);
    if (!before) return undefined;
    const after = structuredClone({ ...before, ...change });
    this.#boards.set(id, after);
    return structuredClone(after);
  }

  async saveSession(session: SessionRecord): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(session.board);
    this.#sessions.set(sessionKey(session.device, session.board), structuredClone(session));
  }

  async session(device: string, board: BoardId): Promise<SessionRecord | undefined> {
    this.#mustBeOpen();
    return structuredClone(this.#sessions.get(sessionKey(device, board)));
  }

  async sessionsOfDevice(device: string): Promise<readonly SessionRecord[]> {
    this.#mustBeOpen();
    const own = [...this.#sessions.values()].filter((session) => session.device === device);
    own.sort((a, b) => b.seenAt - a.seenAt || (a.board < b.board ? -1 : 1));
    return structuredClone(own);
  }

  async deleteSession(device: string, board: BoardId): Promise<void> {
    this.#mustBeOpen();
    this.#sessions.delete(sessionKey(device, board));
  }

  async append(batch: readonly JournalEntry[]): Promise<readonly number[]> {
    this.#mustBeOpen();
    for (const { board } of batch) this.#mustHave(board);
    return batch.map((entry) => this.#appendOne(entry));
  }

  async load(board: BoardId, document: DocumentName): Promise<StoredDocument> {
    this.#mustBeOpen();
    const { seq, checkpoint, updates } = this.#document(board, document);
    const after = updates.map(({ bytes }) => new Uint8Array(bytes));
    return {
      checkpoint: checkpoint && new Uint8Array(checkpoint.bytes),
      updates: after,
      seq,
      journalBytes: after.reduce((sum, bytes) => sum + bytes.byteLength, 0),
    };
  }

  async checkpoint(board: BoardId, document: DocumentName, seq: number, bytes: Uint8Array): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(board);
    const kept = this.#document(board, document);
    if (!(seq >= 1 && seq <= kept.seq)) {
      throw new AppError(
        "store-failed",
        `A checkpoint can't stand for entry ${seq} of ${kept.seq}: give the last one it holds`,
      );
    }
    if (kept.checkpoint && kept.checkpoint.seq > seq) return;
    kept.checkpoint = { seq, bytes: new Uint8Array(bytes) };
    // memory is not damaged: there is nothing to fall back from, so nothing is kept for it
    kept.updates = kept.updates.filter((update) => update.seq > seq);
  }

  async check(): Promise<void> {
    this.#mustBeOpen();
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #appendOne({ board, document, bytes }: JournalEntry): number {
    const kept = this.#document(board, document);
    kept.seq += 1;
    kept.updates.push({ seq: kept.seq, bytes: new Uint8Array(bytes) });
    this.#documents.set(`${board}/${document}`, kept);
    return kept.seq;
  }

  #document(board: BoardId, document: DocumentName): KeptDocument {
    return this.#documents.get(`${board}/${document}`) ?? { seq: 0, checkpoint: undefined, updates: [] };
  }

  #mustHave(board: BoardId): void {
    if (!this.#boards.has(board)) throw new AppError("unknown-board", `There is no board ${board}: create it first`);
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new AppError("store-failed", "The store is closed: open it again");
  }
}

const sessionKey = (device: string, board: BoardId): string => `${device}/${board}`;

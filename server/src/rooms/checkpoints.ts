import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { BoardStore, StoredDocument, StoredName } from "../stores/index.ts";
import type { Compactor } from "./compactor.ts";
import type { RoomLimits } from "./limits.ts";

export interface CheckpointsDeps {
  readonly store: BoardStore;
  readonly compactor: Compactor;
  readonly log: Log;
  readonly limits: RoomLimits;
  readonly now: () => number;
}
/** What is kept on disk of a document that is in memory too. */
export interface LiveDocument {
  readonly board: BoardId;
  readonly document: StoredName;
  /** all of it as one update, once that is on disk, and the number of the last entry in it */
  encode(): Promise<{ readonly bytes: Uint8Array; readonly seq: number }>;
}

/**
 * When and how the journal of one document becomes a checkpoint.
 *
 * It is made of what the store has, not of the document in memory: reading and compacting that is other threads' work, while encoding a
 * large board here would hold up everybody. Only where the disk has lost something since does memory know better.
 */
export class Checkpoints {
  readonly #live: LiveDocument;
  readonly #deps: CheckpointsDeps;
  /** entries and bytes since the last one, and when the newest came */
  #entries = 0;
  #bytes = 0;
  #changedAt = 0;
  #making: Promise<void> | undefined;
  #isClosed = false;
  #notBefore = 0;
  #madeAt = Number.NEGATIVE_INFINITY;
  #quarantined = 0;
  /** bytes of the document as one update: measured, plus what came since */
  #measuredBytes = 0;
  #grownBytes = 0;
  #mayBeSmaller = false;

  constructor(live: LiveDocument, deps: CheckpointsDeps) {
    this.#live = live;
    this.#deps = deps;
  }

  /** @param quarantined how many entries are known to be missing */
  loaded({ checkpoint, updates, journalBytes }: StoredDocument, quarantined: number): void {
    this.#entries = updates.length;
    this.#bytes = journalBytes;
    this.#measuredBytes = (checkpoint?.length ?? 0) + journalBytes;
    this.#changedAt = this.#deps.now();
    this.#quarantined = quarantined;
  }

  /** The journal is one entry that holds all. */
  rewritten(bytes: number): void {
    this.#entries = 1;
    this.#bytes = bytes;
    this.measured(bytes);
  }

  grew(bytes: number): void {
    this.#entries += 1;
    this.#bytes += bytes;
    this.#grownBytes += bytes;
    this.#changedAt = this.#deps.now();
  }

  /** Journal entries since the last one. */
  get entries(): number {
    return this.#entries;
  }

  /** About how large the document is as one update: never less than it is. */
  get documentBytes(): number {
    return this.#measuredBytes + this.#grownBytes;
  }
  /** The server may have taken away a good part of it. */
  mayBeSmaller(): void {
    this.#mayBeSmaller = true;
  }
  /** Whether that is much more than what was measured last, or may be. */
  get isGuess(): boolean {
    return this.#mayBeSmaller || this.#grownBytes > this.#deps.limits.boardBytes / 20;
  }
  measured(bytes: number): void {
    this.#measuredBytes = bytes;
    this.#grownBytes = 0;
    this.#mayBeSmaller = false;
  }

  get isLong(): boolean {
    const { checkpointUpdates, checkpointBytes, checkpointEveryMs } = this.#deps.limits;
    // a large document takes long to write down again
    const longBytes = Math.max(checkpointBytes, this.documentBytes / LONG_SHARE);
    if (this.#bytes >= longBytes || this.#entries >= VERY_LONG * checkpointUpdates) return true;
    return this.#entries >= checkpointUpdates && this.#deps.now() - this.#madeAt >= checkpointEveryMs;
  }

  /** If the journal is long, or has been quiet: a large one, as an import leaves, for a moment only. Who opens the board then is given it packed. */
  async makeIfDue(): Promise<void> {
    const { checkpointBytes, checkpointEveryMs, checkpointIdleMs } = this.#deps.limits;
    const quietMs = this.#bytes >= checkpointBytes / LARGE_SHARE ? checkpointEveryMs : checkpointIdleMs;
    if (this.isLong || this.#deps.now() - this.#changedAt >= quietMs) await this.make();
  }

  /** What fails is logged and tried again later. */
  make(): Promise<void> {
    const { limits, log, now } = this.#deps;
    if (this.#making) return this.#making;
    if (this.#isClosed || this.#entries === 0 || now() < this.#notBefore) return Promise.resolve();
    this.#making = this.#make()
      .catch((error: unknown) => {
        this.#notBefore = now() + limits.checkpointIdleMs;
        log.error({ error }, "no checkpoint could be made");
      })
      .finally(() => (this.#making = undefined));
    return this.#making;
  }

  async #make(): Promise<void> {
    const { store, compactor, log } = this.#deps;
    const { board, document } = this.#live;
    const { read, made } = await compactor.compact(() => this.#read());
    await store.checkpoint(board, document, read.seq, made);
    this.#madeAt = this.#deps.now();
    this.#entries = Math.max(0, this.#entries - read.entries);
    this.#bytes = Math.max(0, this.#bytes - read.journalBytes);
    this.measured(made.length);
    // what came meanwhile is not in it
    this.#grownBytes = this.#bytes;
    this.#mayBeSmaller = this.#bytes > 0;
    log.debug({ seq: read.seq, bytes: made.length, packed: made.gzip.length }, "checkpoint made");
  }

  async #read() {
    const { board, document } = this.#live;
    try {
      const stored = await this.#deps.store.loadPacked(board, document);
      if (stored.quarantined <= this.#quarantined) return { ...stored, entries: stored.updates.length };
    } catch (error) {
      if (!(error instanceof AppError && error.code === "damaged-document")) throw error;
    }
    this.#deps.log.error({}, "the disk has lost a part of a document that is in memory: it is written from there");
    const [entries, journalBytes] = [this.#entries, this.#bytes];
    const { bytes, seq } = await this.#live.encode();
    return { checkpoint: bytes, isPacked: false, updates: [], seq, entries, journalBytes };
  }

  close(): void {
    this.#isClosed = true;
  }
}

/** A journal is long when this part of a large document is new. */
const LONG_SHARE = 4;
/** A journal of this part of the bytes that are a checkpoint at once is large. */
const LARGE_SHARE = 8;
/** Times the length from which on a checkpoint is made, whenever the last one was. */
const VERY_LONG = 4;

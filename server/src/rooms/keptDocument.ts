import {
  applyUpdate,
  createBoardDoc,
  createStateDoc,
  encodeDoc,
  hasGap,
  observeUpdates,
  recordFacts,
  stateVectorOf,
  type BoardDoc,
  type DocumentName,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import type { BoardId, ChangedFact, ChangeEntry } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import { pack, type BoardStore } from "../stores/index.ts";
import type { KeptEntry } from "./broadcast.ts";
import type { CheckpointCheck } from "./checkpointCheck.ts";
import { ClientIds } from "./clientIds.ts";
import type { CommittedEntry, Journal, JournalWriter } from "./journal.ts";
import type { RoomLimits } from "./limits.ts";

export interface KeptDocumentDeps {
  readonly store: BoardStore;
  readonly journal: Journal;
  readonly check: CheckpointCheck;
  readonly log: Log;
  readonly limits: RoomLimits;
  readonly now: () => number;
}
export interface KeptDocumentEvents {
  /** What one commit holds of this document is on disk. */
  kept(entries: readonly KeptEntry[]): void;
  /** What was applied could not be kept: the document in memory is ahead of the disk and must be given up. */
  lost(error: unknown): void;
}

interface Waiter {
  readonly upTo: number;
  run(): void;
  fail(error: unknown): void;
}

/** A document in memory and its journal on disk, which it never runs ahead of for longer than a commit. */
export class KeptDocument implements JournalWriter {
  readonly board: BoardId;
  readonly document: DocumentName;
  readonly doc: BoardDoc | StateDoc;
  /** whose the client ids are under which it is written */
  readonly ids: ClientIds;
  readonly #deps: KeptDocumentDeps;
  readonly #events: KeptDocumentEvents;
  #waiters: Waiter[] = [];
  /** entries handed to the journal, and those of them that are on disk */
  #appended = 0;
  #kept = 0;
  /** the store's sequence number of the newest entry on disk */
  #seq = 0;
  #failure: AppError | undefined;
  /** entries and bytes since the last checkpoint, and when the newest came */
  #entriesSince = 0;
  #bytesSince = 0;
  #changedAt = 0;
  #checkpointing: Promise<void> | undefined;
  #isClosed = false;
  #noCheckpointBefore = 0;
  /** bytes of the document as one update: measured, plus what came since */
  #measuredBytes = 0;
  #grownBytes = 0;

  constructor(board: BoardId, document: DocumentName, deps: KeptDocumentDeps, events: KeptDocumentEvents) {
    this.board = board;
    this.document = document;
    this.doc = document === "board" ? createBoardDoc() : createStateDoc();
    this.#deps = deps;
    this.#events = events;
    this.ids = new ClientIds({ now: deps.now, maxPerHour: deps.limits.clientIdsPerHour });
    this.ids.claimForServer(this.doc.clientID);
  }

  /** @throws AppError `store-failed`, `damaged-document` */
  async load(): Promise<void> {
    const { journal, store, now } = this.#deps;
    // entries of this document that an earlier room appended are part of it
    await journal.settled();
    const [stored, owners] = await Promise.all([
      store.load(this.board, this.document),
      this.document === "board" ? store.clientsOf(this.board) : [],
    ]);
    this.ids.load(owners);
    try {
      this.doc.transact(() => {
        if (stored.checkpoint) applyUpdate(this.doc, stored.checkpoint);
        for (const update of stored.updates) applyUpdate(this.doc, update);
      });
    } catch (cause) {
      throw new AppError("damaged-document", "a stored document can't be read: restore the board from a backup", {
        cause,
      });
    }
    if (hasGap(this.doc))
      throw new AppError(
        "damaged-document",
        "a stored document refers to what is not in it: restore the board from a backup",
      );
    this.#seq = stored.seq;
    this.#entriesSince = stored.updates.length;
    this.#bytesSince = stored.journalBytes;
    this.#measuredBytes = (stored.checkpoint?.length ?? 0) + stored.journalBytes;
    this.#changedAt = now();
  }

  get isSettled(): boolean {
    return this.#kept === this.#appended;
  }
  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }
  /** How many entries were handed to the journal: an answer encoded now holds exactly these. */
  get appended(): number {
    return this.#appended;
  }

  /** Whether `more` bytes would make it larger than allowed. Measured anew only after it grew by a twentieth. */
  isFull(more: number, maxBytes: number): boolean {
    if (this.#measuredBytes + this.#grownBytes + more <= maxBytes) return false;
    if (this.#grownBytes > maxBytes / 20) {
      this.#measuredBytes = encodeDoc(this.doc).length;
      this.#grownBytes = 0;
    }
    return this.#measuredBytes + this.#grownBytes + more > maxBytes;
  }

  /**
   * Hands what was just applied to the journal: to be called in the same synchronous step.
   * @param about whose structs it appends, and what it changed
   */
  append(
    bytes: Uint8Array,
    from: unknown,
    about: { clients: readonly number[]; change?: ChangeEntry | undefined },
  ): void {
    this.#appended += 1;
    this.#entriesSince += 1;
    this.#bytesSince += bytes.length;
    this.#grownBytes += bytes.length;
    this.#changedAt = this.#deps.now();
    const clients = this.ids.toKeep(about.clients);
    this.#deps.journal.append(this, bytes, from, {
      ...(clients.length > 0 ? { clients } : {}),
      ...(about.change && about.change.facts.length > 0 ? { change: about.change } : {}),
    });
  }

  /** Changes the document as the server, in one transaction, and hands what came of it to the journal. */
  write<T>(change: (doc: BoardDoc | StateDoc) => T): T {
    const updates: Uint8Array[] = [];
    let facts: readonly ChangedFact[] = [];
    const stop = observeUpdates(this.doc, (update) => updates.push(update));
    try {
      if (this.document !== "board") return this.doc.transact(() => change(this.doc));
      // the constructor made it so
      const recorded = recordFacts(this.doc as BoardDoc, () => change(this.doc));
      facts = recorded.facts;
      return recorded.result;
    } finally {
      stop();
      // also when `change` threw half way: what it wrote until then is in the document
      for (const [index, update] of updates.entries()) {
        const told = index === 0 ? { change: { at: this.#deps.now(), facts } } : {};
        this.append(update, this, { clients: [this.doc.clientID], ...told });
      }
    }
  }

  /** Runs once all that was appended until now is on disk: at once, or in order after what was told by `kept`. */
  whenKept(run: () => void, fail: (error: unknown) => void = () => {}): void {
    if (this.#failure) fail(this.#failure);
    else if (this.#kept === this.#appended) run();
    else this.#waiters.push({ upTo: this.#appended, run, fail });
  }

  committed(entries: readonly CommittedEntry[]): void {
    if (this.#failure) return;
    const kept: KeptEntry[] = [];
    for (const { bytes, from, seq } of entries) {
      this.#seq += 1;
      if (seq !== this.#seq)
        return this.failed(new AppError("store-failed", "another process writes this board: run one"));
      this.#kept += 1;
      kept.push({ bytes, from, index: this.#kept });
    }
    this.#events.kept(kept);
    while (this.#waiters[0] && this.#waiters[0].upTo <= this.#kept) this.#waiters.shift()?.run();
    if (this.#isLong()) void this.checkpoint();
  }

  failed(cause: unknown): void {
    if (this.#failure) return;
    this.#failure = new AppError("store-failed", "what was changed could not be kept: try again", { cause });
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) waiter.fail(this.#failure);
    this.#events.lost(cause);
  }

  #isLong(): boolean {
    const { checkpointUpdates, checkpointBytes } = this.#deps.limits;
    return this.#entriesSince >= checkpointUpdates || this.#bytesSince >= checkpointBytes;
  }

  /** Makes a checkpoint if the journal is long, or has been quiet. */
  async checkpointIfDue(): Promise<void> {
    if (this.#isLong() || this.#deps.now() - this.#changedAt >= this.#deps.limits.checkpointIdleMs)
      await this.checkpoint();
  }

  /** Writes the whole document beside its journal, once it was seen to load. What fails is logged and tried again later. */
  checkpoint(): Promise<void> {
    const { limits, log, now } = this.#deps;
    if (this.#checkpointing) return this.#checkpointing;
    if (this.#isClosed || this.#entriesSince === 0 || now() < this.#noCheckpointBefore) return Promise.resolve();
    const making = this.#makeCheckpoint()
      .catch((error: unknown) => {
        this.#noCheckpointBefore = now() + limits.checkpointIdleMs;
        log.error({ error }, "no checkpoint could be made");
      })
      .finally(() => (this.#checkpointing = undefined));
    this.#checkpointing = making;
    return making;
  }

  async #makeCheckpoint(): Promise<void> {
    const { store, check, log } = this.#deps;
    const bytes = encodeDoc(this.doc);
    const vector = stateVectorOf(this.doc);
    const seq = this.#seq + this.#appended - this.#kept;
    const entries = this.#entriesSince;
    const since = this.#bytesSince;
    this.#measuredBytes = bytes.length;
    this.#grownBytes = 0;
    // what is in it must be in the journal first
    await new Promise<void>((resolve, reject) => this.whenKept(resolve, reject));
    if (!(await check.loads(bytes, vector)))
      throw new AppError("damaged-document", "a checkpoint does not load as the document it was made of");
    await store.checkpoint(this.board, this.document, seq, { gzip: await pack(bytes), vector });
    this.#entriesSince -= entries;
    this.#bytesSince -= since;
    log.debug({ seq, bytes: bytes.length }, "checkpoint made");
  }

  /** What is on its way to the disk still arrives there, and is told. */
  close(): void {
    this.#isClosed = true;
    this.doc.destroy();
  }
}

import {
  createBoardDoc,
  createStateDoc,
  encodeDoc,
  observeUpdates,
  recordFacts,
  startAfresh,
  type BoardDoc,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import {
  isDraftName,
  type BoardId,
  type ChangedFact,
  type ChangeEntry,
  type PersonId,
  type PhaseId,
} from "@palabre/shared/terms";
import { failPoint } from "../failPoint.ts";
import type { StoredName } from "../stores/index.ts";
import type { KeptEntry } from "./broadcast.ts";
import { Checkpoints, type CheckpointsDeps } from "./checkpoints.ts";
import { ClientIds } from "./clientIds.ts";
import { hasCards } from "./documentKinds.ts";
import type { CommittedEntry, Journal, JournalWriter } from "./journal.ts";
import { openStored } from "./openStored.ts";

export interface KeptDocumentDeps extends CheckpointsDeps {
  readonly journal: Journal;
}
export interface KeptDocumentEvents {
  /** What one commit holds of this document is on disk. */
  kept(entries: readonly KeptEntry[]): void;
  /** What was applied could not be kept: the document in memory is ahead of the disk and must be given up. */
  lost(error: unknown): void;
}

/** What is said of a change that the server makes, beside the change. */
export interface WriteNotes {
  readonly phase?: PhaseId | undefined;
  readonly erases?: PhaseId | undefined;
  readonly person?: PersonId | undefined;
}

interface Waiter {
  readonly upTo: number;
  run(): void;
  fail(error: unknown): void;
}

/** A document in memory and its journal on disk, which it never runs ahead of for longer than a commit. */
export class KeptDocument implements JournalWriter {
  readonly board: BoardId;
  readonly document: StoredName;
  /** whose the client ids are under which it is written */
  readonly ids: ClientIds;
  readonly #deps: KeptDocumentDeps;
  readonly #events: KeptDocumentEvents;
  readonly #checkpoints: Checkpoints;
  #doc: BoardDoc | StateDoc;
  #quarantined = 0;
  #waiters: Waiter[] = [];
  /** entries handed to the journal, and those of them that are on disk */
  #appended = 0;
  #kept = 0;
  /** the store's sequence number of the newest entry on disk */
  #seq = 0;
  #failure: AppError | undefined;
  constructor(board: BoardId, document: StoredName, deps: KeptDocumentDeps, events: KeptDocumentEvents) {
    this.board = board;
    this.document = document;
    this.#doc = hasCards(document) ? createBoardDoc() : createStateDoc();
    this.#deps = deps;
    this.#events = events;
    this.ids = new ClientIds({ now: deps.now, maxPerHour: deps.limits.clientIdsPerHour });
    this.#checkpoints = new Checkpoints({ board, document, encode: () => this.#encode() }, deps);
  }

  /** Empty until it is loaded. */
  get doc(): BoardDoc | StateDoc {
    return this.#doc;
  }
  /** How many acknowledged entries are missing from it, since they could not be read or don't fit without such. */
  get quarantined(): number {
    return this.#quarantined;
  }

  /** @throws AppError `store-failed`, `damaged-document` */
  async load(): Promise<void> {
    const { journal, store } = this.#deps;
    // entries of this document that an earlier room appended are part of it
    await journal.settled();
    const [stored, owners] = await Promise.all([
      store.load(this.board, this.document),
      this.document === "board" ? store.clientsOf(this.board) : [],
    ]);
    const { doc, unfit } = openStored(this.document, stored);
    if (unfit.length > 0) await store.setAside(this.board, this.document, unfit, "unfit");
    this.#doc = doc;
    this.ids.load(owners);
    this.ids.claimForServer(doc.clientID);
    this.#seq = stored.seq;
    this.#quarantined = stored.quarantined + unfit.length;
    this.#checkpoints.loaded(stored, this.#quarantined);
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

  /** Whether `more` bytes would make it larger than allowed. Measured anew only after it grew by a twentieth, or the server wrote. */
  isFull(more: number, maxBytes: number): boolean {
    if (this.#checkpoints.documentBytes + more <= maxBytes) return false;
    if (this.#checkpoints.isGuess) this.#checkpoints.measured(encodeDoc(this.doc).length);
    return this.#checkpoints.documentBytes + more > maxBytes;
  }

  /**
   * Hands what was just applied to the journal: to be called in the same synchronous step.
   * @param about whose structs it appends, and what it changed
   */
  append(
    bytes: Uint8Array,
    from: unknown,
    about: { clients: readonly number[]; change?: ChangeEntry | undefined; erases?: PhaseId | undefined },
  ): void {
    this.#appended += 1;
    this.#checkpoints.grew(bytes.length);
    const clients = this.ids.toKeep(about.clients);
    this.#deps.journal.append(this, bytes, from, {
      ...(clients.length > 0 ? { clients } : {}),
      ...(about.change && about.change.facts.length > 0 ? { change: about.change } : {}),
      ...(about.erases === undefined ? {} : { erases: about.erases }),
    });
  }

  /**
   * Changes the document as the server, in one transaction, and hands what came of it to the journal.
   * @param about `phase`: in which it is done, and `person`: on whose behalf, for the change log; `erases`: the phase whose drafts it reveals
   */
  write<T>(change: (doc: BoardDoc | StateDoc) => T, { phase, erases, person }: WriteNotes = {}): T {
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
      // as when the trash is emptied
      if (updates.length > 0) this.#checkpoints.mayBeSmaller();
      // also when `change` threw half way: what it wrote until then is in the document
      for (const [index, update] of updates.entries()) {
        const told = index === 0 ? { change: { at: this.#deps.now(), person, phase, facts }, erases } : {};
        // of a draft nothing is kept beside its bytes
        this.append(update, this, { clients: isDraftName(this.document) ? [] : [this.doc.clientID], ...told });
      }
    }
  }

  /** Runs in time for the next commit, together with what else came until then. */
  beforeCommit(run: () => void): void {
    this.#deps.journal.beforeCommit(run);
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
    failPoint("before-broadcast");
    this.#events.kept(kept);
    while (this.#waiters[0] && this.#waiters[0].upTo <= this.#kept) this.#waiters.shift()?.run();
    if (this.#checkpoints.isLong) void this.checkpoint();
  }

  failed(cause: unknown): void {
    if (this.#failure) return;
    this.#failure = new AppError("store-failed", "what was changed could not be kept: try again", { cause });
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) waiter.fail(this.#failure);
    this.#events.lost(cause);
  }

  /** Journal entries since the last checkpoint. */
  get uncompacted(): number {
    return this.#checkpoints.entries;
  }
  /** Makes a checkpoint if the journal is long, or has been quiet. */
  checkpointIfDue(): Promise<void> {
    return this.#checkpoints.makeIfDue();
  }
  checkpoint(): Promise<void> {
    return this.#checkpoints.make();
  }

  async #encode(): Promise<{ bytes: Uint8Array; seq: number }> {
    const bytes = encodeDoc(this.doc);
    const seq = this.#seq + this.#appended - this.#kept;
    // what is in it must be in the journal first
    await new Promise<void>((resolve, reject) => this.whenKept(resolve, reject));
    return { bytes, seq };
  }

  /**
   * Takes off the disk what was overwritten in the document, older checkpoints included: it stays the same, for those too who follow it.
   * @throws AppError `store-failed`; the document is then to be given up
   */
  async rewrite(): Promise<void> {
    // what is on its way to the disk would come after what holds it already
    while (!this.isSettled) await new Promise<void>((resolve, reject) => this.whenKept(resolve, reject));
    const bytes = encodeDoc(this.doc);
    const written = this.#deps.store.startEpoch(this.board, this.document, this.#seq, bytes, { isErasing: true });
    // in the same step: the next entry comes after this one
    this.#seq += 1;
    this.#checkpoints.rewritten(bytes.length);
    try {
      await written;
    } catch (error) {
      this.failed(error);
      throw error;
    }
  }

  /**
   * Puts a document without history in the place of one of the server's that has outgrown what is alive, on disk: this one must not be used
   * any more. What is read of the store after this call is the new one. A failure leaves the old one.
   */
  async startEpochIfDue(): Promise<void> {
    const { store, log } = this.#deps;
    if (hasCards(this.document) || this.#checkpoints.documentBytes <= EPOCH_BYTES) return;
    const bytes = encodeDoc(this.doc).length;
    // only `board` is none
    const fresh = startAfresh(this.doc as StateDoc);
    if (!fresh) return;
    const alive = encodeDoc(fresh);
    if (bytes <= EPOCH_BYTES || bytes <= EPOCH_RATIO * alive.length) return;
    try {
      await store.startEpoch(this.board, this.document, this.#seq, alive);
      log.info({ bytes, alive: alive.length }, "a new epoch was started");
    } catch (error) {
      log.error({ error }, "no new epoch could be started");
    }
  }

  /** What is on its way to the disk still arrives there, and is told. */
  close(): void {
    this.#checkpoints.close();
    this.doc.destroy();
  }
}

/** A history smaller than this, or that is not so many times what is alive, is not worth parting with. */
const EPOCH_BYTES = 64 * 1024;
const EPOCH_RATIO = 4;

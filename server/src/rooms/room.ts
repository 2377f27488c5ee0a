import { knowsMore, stateVectorOf, type BoardDoc } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { mayDo, mayDraft, mayWrite } from "@palabre/shared/facilitation";
import { CLOSE } from "@palabre/shared/protocol";
import { LIMITS, readDraftName, type BoardId, type BoardRules, type PersonId } from "@palabre/shared/terms";
import type { StoredName } from "../stores/index.ts";
import { Answers } from "./answers.ts";
import { broadcast, type KeptEntry } from "./broadcast.ts";
import type { Connection } from "./connection.ts";
import { hasCards, kindOf } from "./documentKinds.ts";
import { FollowedRules } from "./followedRules.ts";
import { Gate } from "./gate.ts";
import type { Holding } from "./heldMessages.ts";
import { Intake } from "./intake.ts";
import { KeptDocument, type KeptDocumentDeps } from "./keptDocument.ts";
import type { ShownPhone } from "./phones.ts";
import { RoomPresence, type PresenceClock } from "./presence.ts";
import { BadFrame, readFrame, step1Frame, type FramedAnswer, type Message } from "./wire.ts";

export interface RoomDeps extends KeptDocumentDeps {
  readonly holding: Holding;
  /** reads the rules in force on a board, before the first edit is judged */
  readonly readRules: (board: BoardId) => Promise<BoardRules>;
  /** whether nothing is taken into a draft just now: what is in it is being revealed */
  readonly isClosed: (board: BoardId, document: StoredName) => boolean;
  /** who is on the board without a connection, by the id of their presence */
  readonly phonesOn: (board: BoardId) => ReadonlyMap<number, ShownPhone>;
  readonly presenceClock: PresenceClock;
  /** told how many frames were handed to connections */
  readonly delivered?: ((frames: number) => void) | undefined;
}
export interface RoomEvents {
  /** The document in memory must not be used any more; all its connections have been told to come back later. Called once. */
  givenUp(room: Room): void;
  /** It was opened, but `count` acknowledged entries are missing from it. */
  quarantined(room: Room, count: number): void;
}

/**
 * One live document with its connections.
 *
 * The way of an edit: inspect, apply and append to the journal in one synchronous step → commit → broadcast the bytes as received
 * → answer the barriers behind it. So whatever anybody was told, or sees of another, is on disk.
 */
export class Room {
  readonly kept: KeptDocument;
  readonly rules: FollowedRules;
  /** resolves when the document is loaded; rejects when it can't be, and the room is given up */
  readonly ready: Promise<void>;
  readonly #deps: RoomDeps;
  readonly #gate: Gate;
  readonly #events: RoomEvents;
  readonly #connections = new Set<Connection>();
  readonly #answers = new Answers();
  readonly #presence: RoomPresence | undefined;
  readonly #intake: Intake;
  readonly #onGone = new Set<() => void>();
  #uses = 0;
  #usedAt: number;
  #isLoaded = false;
  #isGone = false;

  constructor(board: BoardId, document: StoredName, deps: RoomDeps, events: RoomEvents) {
    const { limits, now } = deps;
    this.#deps = { ...deps, log: deps.log.child({ board, document: kindOf(document) }) };
    this.#events = events;
    this.#usedAt = now();
    this.kept = new KeptDocument(board, document, this.#deps, {
      kept: (entries) => this.#broadcast(entries),
      lost: (error) => this.giveUp(error, CLOSE.notKept),
    });
    this.rules = new FollowedRules(now);
    const phase = readDraftName(document)?.phase;
    this.#gate = new Gate({
      // nobody but its person can open a draft, and what outlives it must not tell who had which id
      ids: phase === undefined ? this.kept.ids : undefined,
      may: phase === undefined ? mayDo : (deed, visitor, rules) => mayDraft(deed, visitor, rules, phase),
      rules: this.rules,
      now,
      ...(phase === undefined ? {} : { maxCards: LIMITS.cardsPerDraft }),
    });
    // people are present on the board; the server's documents have nothing to point at, and drafts nobody to see it
    this.#presence =
      document === "board"
        ? new RoomPresence({
            now,
            everyMs: limits.presenceEveryMs,
            claims: (connection, id) => this.#claims(connection, id),
            phones: () => deps.phonesOn(board),
            onDue: () => this.#broadcast([]),
            clock: deps.presenceClock,
          })
        : undefined;
    this.#intake = new Intake({
      kept: this.kept,
      gate: this.#gate,
      rules: this.rules,
      limits,
      holding: deps.holding,
      log: this.#deps.log,
      now,
      isClosed: () => deps.isClosed(board, document),
      presentAs: (connection) => this.#presence?.idOf(connection),
      giveUp: (error) => this.giveUp(error),
    });
    this.ready = this.#load();
  }

  #broadcast(entries: readonly KeptEntry[]): void {
    const frames = broadcast(entries, this.#connections, this.#presence);
    this.#deps.delivered?.(frames);
  }

  #isWriter({ visitor, document }: Connection): boolean {
    return mayWrite(visitor.role, kindOf(document));
  }
  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }
  get isGone(): boolean {
    return this.#isGone;
  }

  async #load(): Promise<void> {
    try {
      await Promise.all([this.kept.load(), this.#loadRules()]);
    } catch (error) {
      this.giveUp(error);
      throw error;
    }
    if (this.#isGone) throw new AppError("store-failed", "the document was given up while it was loaded: try again");
    this.#isLoaded = true;
    if (this.kept.quarantined > 0) {
      this.#deps.log.error({ count: this.kept.quarantined }, "a document was opened without what could not be read");
      this.#events.quarantined(this, this.kept.quarantined);
    }
    for (const connection of this.#connections) this.#welcome(connection);
  }

  async #loadRules(): Promise<void> {
    // whoever writes the other documents obeys no rules
    if (hasCards(this.kept.document)) this.rules.begin(await this.#deps.readRules(this.kept.board));
  }

  /** Keeps the room in memory until the returned function is called. */
  use(onGone?: () => void): () => void {
    let isReleased = false;
    this.#uses += 1;
    if (onGone) this.#onGone.add(onGone);
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.#uses -= 1;
      this.#usedAt = this.#deps.now();
      if (onGone) this.#onGone.delete(onGone);
    };
  }

  join(connection: Connection): void {
    this.#connections.add(connection);
    if (this.#isWriter(connection)) this.#intake.join(connection);
    if (this.#isLoaded) this.#welcome(connection);
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    this.#presence?.leave(connection);
    this.#intake.leave(connection);
    this.#usedAt = this.#deps.now();
  }

  /** Asks first what the client has that the server lacks: its answer is then on the wire before any barrier of it. */
  #welcome(connection: Connection): void {
    connection.send(step1Frame(stateVectorOf(this.kept.doc)));
    this.#presence?.showAll(connection);
    connection.inbox.open();
  }

  receive(connection: Connection, frame: Uint8Array): void {
    try {
      const message = readFrame(frame);
      if (PAID.has(message.type)) connection.inbox.payForMessage(frame.length);
      if (SETTLED.has(message.type) && !this.#intake.settle(connection, frame)) return;
      this.#handle(connection, message, frame);
    } catch (error) {
      if (error instanceof BadFrame) return connection.close(CLOSE.badFrame);
      // the fault is ours, and the document may hold what the journal doesn't
      this.giveUp(error);
    }
  }

  #handle(connection: Connection, message: Message, frame: Uint8Array): void {
    switch (message.type) {
      case "step1":
        return this.#answer(connection, message.vector);
      case "step2":
        // whoever may not write answers the question all the same; there is nothing in it for us
        if (this.#isWriter(connection)) this.#intake.step2(connection, message);
        return;
      case "update":
        if (!this.#isWriter(connection)) return connection.close(CLOSE.forbidden);
        return this.#intake.update(connection, message, frame);
      case "barrier":
        return this.#intake.barrier(connection, message, frame);
      case "presence":
        if (this.#presence?.receive(connection, message.bytes) === true) connection.inbox.payForPresence();
        return;
      case "presenceQuery":
        connection.inbox.payForPresence();
        return this.#presence?.showAll(connection);
    }
  }

  #answer(connection: Connection, vector: Uint8Array): void {
    // whoever knows more clients than wrote here, and a great many of them, makes them up
    if (vector.length > MAX_VECTOR_BYTES && vector.length > MAX_VECTOR_BYTES + stateVectorOf(this.kept.doc).length)
      throw new BadFrame("the state vector is too long");
    let answer: FramedAnswer;
    try {
      // on the board an honest client brings back what the server lost; of the server's own documents it holds an earlier epoch
      if (!hasCards(this.kept.document) && knowsMore(this.kept.doc, vector)) return connection.close(CLOSE.newEpoch);
      answer = this.#answers.of(this.kept.doc, vector, this.kept.appended);
    } catch (error) {
      throw new BadFrame("the state vector could not be decoded", { cause: error });
    }
    connection.inbox.payForAnswer(answer.update.length);
    connection.knowsUpTo = Math.min(connection.knowsUpTo, this.kept.appended);
    // it may hold what is not on disk yet
    this.kept.whenKept(() => connection.sendAnswer(answer));
  }

  /** The whole document as one update, once all that is in it is on disk: the same bytes until it changes, for whoever asks. */
  async whole(): Promise<Uint8Array> {
    await this.ready;
    const { update } = this.#answers.of(this.kept.doc, KNOWS_NOTHING, this.kept.appended);
    await new Promise<void>((resolve, reject) => this.kept.whenKept(resolve, reject));
    return update;
  }

  /** Presence of another's id is what the stock client repeats of what it hears: it is dropped. */
  #claims(connection: Connection, id: number): boolean {
    // people are present on the board only
    const claim = this.#gate.claim(this.kept.doc as BoardDoc, id, connection.visitor);
    if (claim === "many") connection.close(CLOSE.later, "clients");
    return claim === "own";
  }

  renamed(person: PersonId, name: string): void {
    for (const connection of this.#connections) {
      if (connection.visitor.person === person) connection.user = { ...connection.user, name };
    }
    this.#presence?.renamed(person);
  }

  /** Somebody with a phone came, went, or is called otherwise. */
  phoneChanged(id: number): void {
    this.#presence?.phoneChanged(id);
  }

  /** To be called every so often, for clients that forget whom they don't hear of. */
  renewPhones(): void {
    this.#presence?.renewPhones();
  }

  /** The document is no more. */
  end(code: number): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#intake.drop();
    for (const connection of this.#connections) connection.close(code);
    this.#destroy();
    for (const tell of this.#onGone) tell();
  }

  /** What it goes by is no longer what is on disk: it is read afresh. */
  giveUp(error: unknown, code: number = CLOSE.later): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#intake.drop();
    this.#deps.log.error({ error }, "the room is given up: its document is read afresh");
    for (const connection of this.#connections) connection.close(code);
    this.#destroy();
    this.#events.givenUp(this);
    for (const tell of this.#onGone) tell();
  }

  /**
   * Frees the memory if nobody has used the document for a while and all of it is on disk.
   * @returns whether it may be forgotten; somebody may have joined while the checkpoint was made
   */
  async sweep(idleMs: number): Promise<boolean> {
    if (!this.#isLoaded || this.#isGone) return false;
    this.#answers.forget();
    if (!this.#isIdle(idleMs)) {
      await this.kept.checkpointIfDue();
      return false;
    }
    await this.kept.checkpoint();
    if (!this.#isIdle(idleMs) || this.#isGone || !this.kept.isSettled) return false;
    this.#isGone = true;
    // whoever joins from here on reads what this leaves
    const started = this.kept.startEpochIfDue();
    this.#destroy();
    await started;
    return true;
  }

  /** For the end of the process: everything is on disk, or has failed. */
  close(): void {
    this.#isGone = true;
    this.#destroy();
  }

  #isIdle(idleMs: number): boolean {
    return this.#connections.size === 0 && this.#uses === 0 && this.#deps.now() - this.#usedAt >= idleMs;
  }

  #destroy(): void {
    this.#intake.drop();
    this.#presence?.close();
    this.kept.close();
  }
}

/** the state vector of an empty document */
const KNOWS_NOTHING = Uint8Array.of(0);

/** what is answered from the document, or enters it past those that wait */
const SETTLED: ReadonlySet<Message["type"]> = new Set(["step1", "step2"]);
/** a step 1 pays for its answer besides, and presence by itself */
const PAID: ReadonlySet<Message["type"]> = new Set(["step1", "step2", "update", "barrier"]);
/** of one that names no more than the document has, and what one device has not sent yet */
const MAX_VECTOR_BYTES = 64 * 1024;

import { setImmediate } from "node:timers/promises";
import { applyInspected, cutUpdate, knowsMore, stateVectorOf, type BoardDoc } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { mayDo, mayDraft, mayWrite } from "@palabre/shared/facilitation";
import { CLOSE, MAX_FRAME_BYTES, MAX_UPDATE_BYTES } from "@palabre/shared/protocol";
import { isDraftName, readDraftName, type BoardId, type BoardRules, type PersonId } from "@palabre/shared/terms";
import { failPoint } from "../failPoint.ts";
import type { StoredName } from "../stores/index.ts";
import { Answers } from "./answers.ts";
import { broadcast, type KeptEntry } from "./broadcast.ts";
import type { Connection } from "./connection.ts";
import { hasCards, kindOf } from "./documentKinds.ts";
import { FollowedRules } from "./followedRules.ts";
import { Gate } from "./gate.ts";
import { HeldMessages } from "./heldMessages.ts";
import { KeptDocument, type KeptDocumentDeps } from "./keptDocument.ts";
import { RoomPresence } from "./presence.ts";
import { Writers } from "./writers.ts";
import { BadFrame, barrierFrame, readFrame, step1Frame, type Message } from "./wire.ts";

export interface RoomDeps extends KeptDocumentDeps {
  /** reads the rules in force on a board, before the first edit is judged */
  readonly readRules: (board: BoardId) => Promise<BoardRules>;
  /** whether nothing is taken into a draft just now: what is in it is being revealed */
  readonly isClosed: (board: BoardId, document: StoredName) => boolean;
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
  readonly #held = new Map<Connection, HeldMessages>();
  readonly #answers = new Answers();
  readonly #presence: RoomPresence | undefined;
  readonly #writers = new Writers();
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
    });
    // people are present on the board; the server's documents have nothing to point at, and drafts nobody to see it
    this.#presence =
      document === "board"
        ? new RoomPresence({
            now,
            everyMs: limits.presenceEveryMs,
            claims: (connection, id) => this.#claims(connection, id),
            onDue: () => this.#broadcast([]),
          })
        : undefined;
    this.ready = this.#load();
  }

  #broadcast(entries: readonly KeptEntry[]): void {
    const frames = broadcast(entries, this.#connections, this.#presence);
    this.#deps.delivered?.(frames);
  }

  get #isDraft(): boolean {
    return isDraftName(this.kept.document);
  }
  get #maxBytes(): number {
    return this.#isDraft ? this.#deps.limits.draftBytes : this.#deps.limits.boardBytes;
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
    if (this.#isWriter(connection)) {
      this.#held.set(connection, new HeldMessages(this.#deps.limits.waitingBytes));
    }
    if (this.#isLoaded) this.#welcome(connection);
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    this.#held.delete(connection);
    this.#presence?.leave(connection);
    this.#writers.leave(connection);
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
      this.#handle(connection, message);
    } catch (error) {
      if (error instanceof BadFrame) return connection.close(CLOSE.badFrame);
      // the fault is ours, and the document may hold what the journal doesn't
      this.giveUp(error);
    }
  }

  #handle(connection: Connection, message: Message): void {
    switch (message.type) {
      case "step1":
        return this.#answer(connection, message.vector);
      case "step2": {
        // whoever may not write answers the question all the same; there is nothing in it for us
        if (!this.#isWriter(connection)) return;
        const taken = this.#takeIn(connection, message, MAX_FRAME_BYTES);
        return this.#holdInbox(
          connection,
          taken ? taken.then(() => this.#handleHeld(connection)) : this.#handleHeld(connection),
        );
      }
      case "update":
        if (!this.#isWriter(connection)) return connection.close(CLOSE.forbidden);
        if (!this.#hold(connection, message))
          this.#holdInbox(connection, this.#takeIn(connection, message, MAX_UPDATE_BYTES));
        return;
      case "barrier":
        if (!this.#hold(connection, message)) this.kept.whenKept(() => this.#answerBarrier(connection, message.n));
        return;
      case "presence":
        if (this.#presence?.receive(connection, message.bytes) === true) connection.inbox.payForPresence();
        return;
      case "presenceQuery":
        connection.inbox.payForPresence();
        return this.#presence?.showAll(connection);
    }
  }

  #answerBarrier(connection: Connection, n: number): void {
    failPoint("before-answer");
    connection.send(barrierFrame(n));
  }

  #hold(connection: Connection, message: Extract<Message, { type: "update" | "barrier" }>): boolean {
    const held = this.#held.get(connection);
    if (!held) return false;
    if (!held.add(message)) connection.close(CLOSE.later);
    return true;
  }

  #answer(connection: Connection, vector: Uint8Array): void {
    let answer: Uint8Array;
    try {
      // on the board an honest client brings back what the server lost; of the server's own documents it holds an earlier epoch
      if (!hasCards(this.kept.document) && knowsMore(this.kept.doc, vector)) return connection.close(CLOSE.newEpoch);
      answer = this.#answers.of(this.kept.doc, vector, this.kept.appended);
    } catch (error) {
      throw new BadFrame("the state vector could not be decoded", { cause: error });
    }
    connection.inbox.payForAnswer(answer.length);
    connection.knowsUpTo = Math.min(connection.knowsUpTo, this.kept.appended);
    // it may hold what is not on disk yet
    this.kept.whenKept(() => connection.sendAnswer(answer));
  }

  /** What came before the first step 2, now that it is taken in. A promise when that takes its time. */
  #handleHeld(connection: Connection): Promise<void> | undefined {
    const held = this.#held.get(connection)?.all() ?? [];
    this.#held.delete(connection);
    const handleFrom = (at: number): Promise<void> | undefined => {
      for (const [index, message] of held.slice(at).entries()) {
        if (connection.isOver) return undefined;
        if (message.type === "barrier") this.#handle(connection, message);
        else {
          const taken = this.#takeIn(connection, message, MAX_UPDATE_BYTES);
          if (taken) return taken.then(() => handleFrom(at + index + 1));
        }
      }
      return undefined;
    };
    return handleFrom(0);
  }

  #holdInbox(connection: Connection, taken: Promise<void> | undefined): void {
    if (taken) void connection.inbox.holdUntil(taken.catch((error: unknown) => this.giveUp(error)));
  }

  /**
   * An update as it is; a large one part by part, with others served in between.
   * @returns until all parts are in, when there are several: what this connection sends next must wait
   */
  #takeIn(connection: Connection, message: Written, maxBytes: number): Promise<void> | undefined {
    const isTooLarge = message.update.length > maxBytes;
    const parts = isTooLarge ? undefined : cutUpdate(this.kept.doc as BoardDoc, message.update);
    if (parts) return this.#admitParts(connection, message.type, parts, maxBytes);
    this.#admit(connection, message, maxBytes);
    return undefined;
  }

  async #admitParts(
    connection: Connection,
    type: Written["type"],
    parts: readonly Uint8Array[],
    maxBytes: number,
  ): Promise<void> {
    for (const update of parts) {
      if (connection.isOver || this.#isGone) return;
      this.#admit(connection, { type, update }, maxBytes);
      await setImmediate();
    }
  }

  /** The one door by which what people write enters a document: inspected, applied and in the journal in one synchronous step. */
  #admit(connection: Connection, { type, update }: Written, maxBytes: number): void {
    const { visitor } = connection;
    // only documents of cards can be written by people
    const doc = this.kept.doc as BoardDoc;
    if (this.#deps.isClosed(this.kept.board, this.kept.document))
      return this.#refuse(connection, CLOSE.later, "closed");
    const verdict = this.#gate.judge(doc, update, visitor, maxBytes);
    if (!verdict.ok) return this.#refuse(connection, verdict.code, verdict.reason);
    if (!verdict.deletesOnly && this.kept.isFull(verdict.update.length, this.#maxBytes)) {
      return this.#refuse(connection, CLOSE.tooLarge, "full");
    }
    // a step 2 may bring what another copy on the same device wrote
    if (type === "update") this.#writers.append(connection, verdict.clients, this.#presence?.idOf(connection));
    let applied: ReturnType<typeof applyInspected>;
    try {
      applied = applyInspected(doc, verdict);
      if (applied.outcome === "gap") throw new AppError("damaged-document", "an update that was inspected left a gap");
    } catch (error) {
      this.#refuse(connection, CLOSE.later, "fault");
      return this.giveUp(error);
    }
    if (applied.outcome === "same") return;
    this.#gate.admitted(applied.facts);
    if (this.#isDraft) return this.kept.append(verdict.update, connection, { clients: [] });
    this.kept.append(verdict.update, connection, {
      clients: verdict.clients,
      change: { at: this.#deps.now(), person: visitor.person, phase: this.rules.phase, facts: applied.facts },
    });
  }

  /** Presence of another's id is what the stock client repeats of what it hears: it is dropped. */
  #claims(connection: Connection, id: number): boolean {
    // people are present on the board only
    const claim = this.#gate.claim(this.kept.doc as BoardDoc, id, connection.visitor);
    if (claim === "many") connection.close(CLOSE.later, "clients");
    return claim === "own";
  }

  #refuse(connection: Connection, code: number, reason: string): void {
    // that somebody writes a draft, and when, is nobody's to know
    const person = this.#isDraft ? {} : { person: connection.visitor.person };
    this.#deps.log.info({ ...person, code, reason }, "an update was refused");
    connection.close(code, reason);
  }

  renamed(person: PersonId, name: string): void {
    for (const connection of this.#connections) {
      if (connection.visitor.person === person) connection.user = { ...connection.user, name };
    }
    this.#presence?.renamed(person);
  }

  /** The document is no more. */
  end(code: number): void {
    if (this.#isGone) return;
    this.#isGone = true;
    for (const connection of this.#connections) connection.close(code);
    this.#destroy();
    for (const tell of this.#onGone) tell();
  }

  /** What it goes by is no longer what is on disk: it is read afresh. */
  giveUp(error: unknown, code: number = CLOSE.later): void {
    if (this.#isGone) return;
    this.#isGone = true;
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
    this.#presence?.close();
    this.kept.close();
  }
}

type Written = Pick<Extract<Message, { type: "step2" | "update" }>, "type" | "update">;

/** a step 1 pays for its answer, and presence by itself */
const PAID: ReadonlySet<Message["type"]> = new Set(["step2", "update", "barrier"]);

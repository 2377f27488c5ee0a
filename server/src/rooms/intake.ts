import { setImmediate as nextTurn } from "node:timers/promises";
import { applyInspected, cutUpdate, type BoardDoc, type Inspection } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { CLOSE, MAX_FRAME_BYTES, MAX_UPDATE_BYTES } from "@palabre/shared/protocol";
import { isDraftName } from "@palabre/shared/terms";
import { failPoint } from "../failPoint.ts";
import type { Log } from "../log.ts";
import type { Connection } from "./connection.ts";
import type { FollowedRules } from "./followedRules.ts";
import type { Gate } from "./gate.ts";
import type { KeptDocument } from "./keptDocument.ts";
import type { RoomLimits } from "./limits.ts";
import { HeldMessages, type HeldMessage, type Holding } from "./heldMessages.ts";
import { barrierFrame, type Message } from "./wire.ts";
import { Writers } from "./writers.ts";

interface Waiting {
  readonly connection: Connection;
  /** undefined for one that is handled elsewhere, once all before it is taken in */
  readonly message: HeldMessage | undefined;
  readonly frame: Uint8Array;
}
type Written = Pick<Extract<Message, { type: "step2" | "update" }>, "type" | "update">;

export interface IntakeDeps {
  readonly kept: KeptDocument;
  readonly gate: Gate;
  readonly rules: FollowedRules;
  readonly limits: RoomLimits;
  readonly holding: Holding;
  readonly log: Log;
  readonly now: () => number;
  /** whether nothing is taken into the document just now */
  readonly isClosed: () => boolean;
  /** the id under which a connection shows itself */
  readonly presentAs: (connection: Connection) => number | undefined;
  /** the document must not be used any more */
  readonly giveUp: (error: unknown) => void;
}

/** How what people write enters a document of cards, and is answered for. */
export class Intake {
  readonly #deps: IntakeDeps;
  readonly #held = new Map<Connection, HeldMessages>();
  /** small updates since the last commit or of this turn of the event loop, and the barriers behind them, in the order of arrival */
  #waiting: Waiting[] = [];
  /** while they are taken in: who was refused, or left */
  #left: Set<Connection> | undefined;
  /** of a run: what it took to take in, as estimated */
  #spentMs = 0;
  readonly #writers = new Writers();
  readonly #isDraft: boolean;
  readonly #maxBytes: number;

  constructor(deps: IntakeDeps) {
    this.#deps = deps;
    this.#isDraft = isDraftName(deps.kept.document);
    this.#maxBytes = this.#isDraft ? deps.limits.draftBytes : deps.limits.boardBytes;
  }

  /** Of somebody who may write. */
  join(connection: Connection): void {
    const { limits, holding } = this.#deps;
    const comeBack = () => connection.close(CLOSE.later);
    this.#held.set(connection, new HeldMessages(limits.waitingBytes, holding, comeBack));
  }

  leave(connection: Connection): void {
    // what it sent before it went is taken in; what stands behind a refused update is not
    if (this.#left) this.#left.add(connection);
    else if (this.#waits(connection)) this.#takeInWaiting();
    this.#held.get(connection)?.take();
    this.#held.delete(connection);
    this.#writers.leave(connection);
  }

  step2(connection: Connection, message: Written): void {
    const taken = this.#takeIn(connection, message);
    this.#holdInbox(connection, taken ? taken.then(() => this.#handleHeld(connection)) : this.#handleHeld(connection));
  }

  update(connection: Connection, message: HeldMessage & { readonly type: "update" }, frame: Uint8Array): void {
    if (this.#hold(connection, message)) return;
    if (message.update.length > SMALL_BYTES) {
      if (this.settle(connection, frame)) this.#holdInbox(connection, this.#takeIn(connection, message));
      return;
    }
    this.#waiting.push({ connection, message, frame });
    if (this.#waiting.length >= MAX_WAITING) this.#takeInWaiting();
    else if (this.#waiting.length === 1) this.#deps.kept.beforeCommit(() => this.#takeInWaiting());
  }

  /**
   * To be called before what is answered from the document: what the connection sent before is in then.
   * @param frame what is to be answered
   * @returns false when that takes too long for one turn of the event loop: the frame comes again
   */
  settle(connection: Connection, frame: Uint8Array): boolean {
    if (!this.#waits(connection)) return true;
    const last = { connection, message: undefined, frame };
    this.#waiting.push(last);
    return !this.#takeInWaiting().includes(last);
  }

  #waits(connection: Connection): boolean {
    return this.#waiting.some((waiting) => waiting.connection === connection);
  }

  /** Forgets what waits: the document must not be used any more. */
  drop(): void {
    this.#waiting = [];
  }

  /** @returns what was put back, since it would have held up everybody else */
  #takeInWaiting(): readonly Waiting[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    const left = new Set<Connection>();
    this.#left = left;
    try {
      const rest = this.#takeInSome(waiting);
      // who has left can't be read from again
      this.#takeInSome(rest.filter(({ connection }) => connection.isOver));
      const later = rest.filter(({ connection }) => !connection.isOver);
      for (const connection of new Set(later.map((each) => each.connection))) this.#putBack(connection, later);
      return later;
    } catch (error) {
      this.#deps.giveUp(error);
      return [];
    } finally {
      this.#left = undefined;
    }
  }

  #putBack(connection: Connection, waiting: readonly Waiting[]): void {
    connection.inbox.putBack(waiting.filter((each) => each.connection === connection).map(({ frame }) => frame));
    void connection.inbox.holdUntil(nextTurn());
  }

  /** As many as one turn of the event loop may take; the first always. @returns the others */
  #takeInSome(waiting: readonly Waiting[]): readonly Waiting[] {
    let at = 0;
    this.#spentMs = 0;
    while (at < waiting.length && this.#spentMs < TURN_MS) at = this.#takeInRun(waiting, at);
    return waiting.slice(at);
  }

  /**
   * One transaction for as many as can share one: with each, Yjs goes through all clients that ever wrote.
   * @returns where the next run begins
   */
  #takeInRun(waiting: readonly Waiting[], from: number): number {
    let at = from;
    let alone: (() => void) | undefined;
    this.#deps.kept.doc.transact(() => {
      while (at < waiting.length && !alone && this.#spentMs < TURN_MS) {
        const { connection, message } = waiting[at]!;
        at += 1;
        if (!message || this.#left?.has(connection)) continue;
        if (message.type === "barrier") {
          this.#answer(connection, message.n);
          continue;
        }
        const verdict = this.#judge(connection, message.update, MAX_UPDATE_BYTES);
        if (!verdict) continue;
        const enter = () => this.#enter(connection, message.type, verdict);
        // what became of a text is read from a transaction of its own
        if (verdict.touched.some(({ map }) => map === "text")) alone = enter;
        else enter();
      }
    });
    alone?.();
    return at;
  }

  /** Answered once all that came before it is on disk. */
  barrier(connection: Connection, message: HeldMessage & { readonly type: "barrier" }, frame: Uint8Array): void {
    if (this.#hold(connection, message)) return;
    if (this.#waits(connection)) this.#waiting.push({ connection, message, frame });
    else this.#answer(connection, message.n);
  }

  #answer(connection: Connection, n: number): void {
    this.#deps.kept.whenKept(() => answerBarrier(connection, n));
  }

  #hold(connection: Connection, message: HeldMessage): boolean {
    const held = this.#held.get(connection);
    held?.add(message);
    return held !== undefined;
  }

  /** What came before the first step 2, now that it is taken in. A promise when that takes its time. */
  #handleHeld(connection: Connection): Promise<void> | undefined {
    const held = this.#held.get(connection)?.take() ?? [];
    this.#held.delete(connection);
    const handleFrom = (at: number): Promise<void> | undefined => {
      for (const [index, message] of held.slice(at).entries()) {
        if (connection.isOver) return undefined;
        // nothing small waits before it: all was held
        if (message.type === "barrier") this.#answer(connection, message.n);
        else {
          const taken = this.#takeIn(connection, message);
          if (taken) return taken.then(() => handleFrom(at + index + 1));
        }
      }
      return undefined;
    };
    return handleFrom(0);
  }

  #holdInbox(connection: Connection, taken: Promise<void> | undefined): void {
    if (taken) void connection.inbox.holdUntil(taken.catch((error: unknown) => this.#deps.giveUp(error)));
  }

  /**
   * An update as it is; a large one part by part, with others served in between.
   * @returns until all parts are in, when there are several: what this connection sends next must wait
   */
  #takeIn(connection: Connection, message: Written): Promise<void> | undefined {
    const maxBytes = message.type === "step2" ? MAX_FRAME_BYTES : MAX_UPDATE_BYTES;
    const isTooLarge = message.update.length > maxBytes;
    const parts = isTooLarge ? undefined : cutUpdate(this.#deps.kept.doc as BoardDoc, message.update);
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
      // so it is when the room was given up
      if (connection.isOver) return;
      this.#admit(connection, { type, update }, maxBytes);
      await nextTurn();
    }
  }

  /** The one door by which what people write enters a document: inspected, applied and in the journal in one synchronous step. */
  #admit(connection: Connection, { type, update }: Written, maxBytes: number): void {
    const verdict = this.#judge(connection, update, maxBytes);
    if (verdict) this.#enter(connection, type, verdict);
  }

  /** @returns undefined when it was refused */
  #judge(connection: Connection, update: Uint8Array, maxBytes: number): Inspection | undefined {
    const { kept, gate, limits, isClosed } = this.#deps;
    if (isClosed()) return this.#refuse(connection, CLOSE.later, "closed");
    // only documents of cards can be written by people
    const verdict = gate.judge(kept.doc as BoardDoc, update, connection.visitor, maxBytes);
    if (!verdict.ok) return this.#refuse(connection, verdict.code, verdict.reason);
    const mostBytes = this.#maxBytes + (isTrashing(verdict) ? limits.boardBytes / TRASH_SHARE : 0);
    if (!verdict.deletesOnly && kept.isFull(verdict.update.length, mostBytes))
      return this.#refuse(connection, CLOSE.tooLarge, "full");
    this.#spentMs += verdict.costMs;
    connection.inbox.payForWork(verdict.costMs + OPENINGS * verdict.searchMs);
    return verdict;
  }

  #enter(connection: Connection, type: Written["type"], verdict: Inspection): void {
    const { kept, gate, rules, now, presentAs, giveUp } = this.#deps;
    // a step 2 may bring what another copy on the same device wrote
    if (type === "update") this.#writers.append(connection, verdict.clients, presentAs(connection));
    let applied: ReturnType<typeof applyInspected>;
    try {
      applied = applyInspected(kept.doc as BoardDoc, verdict);
      if (applied.outcome === "gap") throw new AppError("damaged-document", "an update that was inspected left a gap");
    } catch (error) {
      this.#refuse(connection, CLOSE.later, "fault");
      return giveUp(error);
    }
    if (applied.outcome === "same") return;
    gate.admitted(applied.facts);
    if (this.#isDraft) return kept.append(verdict.update, connection, { clients: [] });
    kept.append(verdict.update, connection, {
      clients: verdict.clients,
      change: { at: now(), person: connection.visitor.person, phase: rules.phase, facts: applied.facts },
    });
  }

  #refuse(connection: Connection, code: number, reason: string): undefined {
    // that somebody writes a draft, and when, is nobody's to know
    const person = this.#isDraft ? {} : { person: connection.visitor.person };
    this.#deps.log.info({ ...person, code, reason }, "an update was refused");
    connection.close(code, reason);
  }
}

/** A larger one may have to be cut into parts; a person who types or drags sends some fifty bytes. */
const SMALL_BYTES = 4_096;
/** with more than so many at once, or more than so much work, nobody else would be served meanwhile */
const MAX_WAITING = 128;
const TURN_MS = 50;
/** what is spent again each time a document is opened is paid for as if that were so often */
const OPENINGS = 10;

/** How much of a board's size the trash may take beyond it: more than what a measured size may be wrong by. */
const TRASH_SHARE = 16;
/** Whether all it does is to put things in the trash. */
const isTrashing = ({ deeds }: Inspection): boolean => deeds.length > 0 && deeds.every(({ type }) => type === "trash");

function answerBarrier(connection: Connection, n: number): void {
  failPoint("before-answer");
  connection.send(barrierFrame(n));
}

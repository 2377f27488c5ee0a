import { Bucket } from "./bucket.ts";
import type { RoomLimits } from "./limits.ts";

export interface InboxEvents {
  /** one frame, in the order of arrival */
  frame(frame: Uint8Array): void;
  /** more waits than may */
  overflow(): void;
}
/** What is read from; `ws` can be told to wait, and then so does TCP, and then the sender. */
export interface Pausable {
  pause(): void;
  resume(): void;
}

/**
 * What a connection sends, in order: kept until the document is there, and slowed down when it is too much.
 *
 * Who sends more than allowed is not cut off and loses nothing: it is read from later. What was read already waits here, behind it
 * the rest in the socket, so an answer to a barrier still stands for all that came before it.
 */
export class Inbox {
  readonly #socket: Pausable;
  readonly #limits: RoomLimits;
  readonly #events: InboxEvents;
  readonly #messages: Bucket;
  readonly #bytes: Bucket;
  readonly #work: Bucket;
  readonly #answers: Bucket;
  readonly #presence: Bucket;
  #queue: Uint8Array[] = [];
  #queuedBytes = 0;
  #isOpen = false;
  #rest: NodeJS.Timeout | undefined;
  /** something that was received is still being taken in */
  #isHeld = false;

  constructor(socket: Pausable, limits: RoomLimits, now: () => number, events: InboxEvents) {
    this.#socket = socket;
    this.#limits = limits;
    this.#events = events;
    this.#messages = new Bucket(limits.messages, now);
    this.#bytes = new Bucket(limits.bytes, now);
    this.#work = new Bucket(limits.work, now);
    this.#answers = new Bucket(limits.answers, now);
    this.#presence = new Bucket(limits.presence, now);
  }

  /** Whether it is not read from for now. */
  get isResting(): boolean {
    return this.#rest !== undefined || this.#isHeld;
  }

  receive(frame: Uint8Array): void {
    if (this.#isOpen && !this.isResting) return this.#events.frame(frame);
    this.#queue.push(frame);
    this.#queuedBytes += frame.length;
    if (this.#queuedBytes > this.#limits.waitingBytes) this.#events.overflow();
  }

  /** The document is loaded: what waited is read now, and everything else as it comes. */
  open(): void {
    this.#isOpen = true;
    this.#drain();
  }

  /** A message of the document, or about it. */
  payForMessage(bytes: number): void {
    this.#restFor(Math.max(this.#messages.pay(1), this.#bytes.pay(bytes)));
  }

  /** What was received is being taken in: a small message can be a lot of work. */
  payForWork(ms: number): void {
    this.#restFor(this.#work.pay(ms));
  }

  /** @param bytes of what the server sends for a step 1: a question of six bytes can cost a board */
  payForAnswer(bytes: number): void {
    // what others sent comes in between: writing down a large board holds everybody up
    const breath = bytes > LARGE_ANSWER_BYTES ? 1 : 0;
    this.#restFor(Math.max(breath, this.#answers.pay(1), this.#bytes.pay(bytes)));
  }

  /** Messages that were paid for and not looked at yet: they come again before all that waits, and are paid for then. */
  putBack(frames: readonly Uint8Array[]): void {
    if (!this.#isOpen) return;
    const bytes = frames.reduce((sum, { length }) => sum + length, 0);
    this.#messages.pay(-frames.length);
    this.#bytes.pay(-bytes);
    this.#queue.unshift(...frames);
    this.#queuedBytes += bytes;
  }

  /** What comes waits until `done`: what is being taken in comes first. Never rejects, and is not called again before. */
  async holdUntil(done: Promise<void>): Promise<void> {
    this.#isHeld = true;
    if (!this.#rest) this.#socket.pause();
    await done;
    this.#isHeld = false;
    if (!this.#rest) this.#goOn();
  }

  payForPresence(): void {
    this.#restFor(this.#presence.pay(1));
  }

  /** What waits is forgotten; the socket is read from, so that its end is heard. */
  stop(): void {
    this.#queue = [];
    this.#isOpen = false;
    if (!this.isResting) return;
    clearTimeout(this.#rest);
    this.#rest = undefined;
    this.#socket.resume();
  }

  #restFor(ms: number): void {
    if (ms <= 0 || this.#rest) return;
    if (!this.#isHeld) this.#socket.pause();
    this.#wait(ms);
  }

  #wait(ms: number): void {
    // looked at again and again: the clock is not the timer's
    this.#rest = setTimeout(() => this.#wake(), Math.min(ms, LOOK_AGAIN_MS));
  }

  #wake(): void {
    const buckets = [this.#messages, this.#bytes, this.#work, this.#answers, this.#presence];
    const ms = Math.max(...buckets.map((bucket) => bucket.pay(0)));
    if (ms > 0) return this.#wait(ms);
    this.#rest = undefined;
    if (!this.#isHeld) this.#goOn();
  }

  #goOn(): void {
    this.#drain();
    if (!this.isResting) this.#socket.resume();
  }

  #drain(): void {
    const queue = this.#queue;
    this.#queue = [];
    let at = 0;
    for (; at < queue.length && this.#isOpen && !this.isResting; at += 1) {
      const frame = queue[at];
      if (!frame) break;
      this.#queuedBytes -= frame.length;
      this.#events.frame(frame);
    }
    // what was put back meanwhile came before
    if (this.#isOpen) this.#queue = [...this.#queue, ...queue.slice(at)];
  }
}

/** longest time between two looks at the clock */
const LOOK_AGAIN_MS = 250;
const LARGE_ANSWER_BYTES = 256 * 1024;

import { Duplex } from "node:stream";
import type { Sender } from "./sender.ts";
import { TYPES } from "./wire.ts";

/**
 * The socket of a client that came to another server, here where its board is kept. What it sends and gets goes over the trunk. Emits `leave`
 * when that server leaves: who talks over it says goodbye in their own words.
 */
export class Line extends Duplex {
  readonly remoteAddress: string;
  readonly #number: number;
  readonly #sender: Sender;
  /** the other server has been asked to send no more */
  #isPaused = false;
  /** the client does not read: what is said next waits here, where it is seen how much it is */
  #isHeld = false;
  #heldBack: (() => void) | undefined;

  constructor(number: number, sender: Sender, remoteAddress: string) {
    super({ allowHalfOpen: false });
    this.#number = number;
    this.#sender = sender;
    this.remoteAddress = remoteAddress;
  }

  /** What the client sent. */
  hear(bytes: Buffer): void {
    if (this.push(bytes) || this.#isPaused) return;
    this.#isPaused = true;
    this.#sender.say(TYPES.pause, this.#number);
  }

  hold(): void {
    this.#isHeld = true;
  }

  goOn(): void {
    this.#isHeld = false;
    const goOn = this.#heldBack;
    this.#heldBack = undefined;
    goOn?.();
  }

  override _read(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#sender.say(TYPES.resume, this.#number);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#sender.data(this.#number, chunk);
    if (this.#isHeld) this.#heldBack = done;
    else done();
  }

  override _final(done: () => void): void {
    this.#sender.say(TYPES.close, this.#number);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#sender.say(TYPES.close, this.#number);
    done(error);
  }
}

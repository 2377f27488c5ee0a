import type { RoomLimits } from "./limits.ts";
import type { Message } from "./wire.ts";

/** What is kept back until a client has answered the server's question what it has that the server lacks. */
export type HeldMessage = Extract<Message, { type: "update" | "barrier" }>;

const MAX_HELD = 5_000;
/** What a message takes beside its bytes. */
const MESSAGE_BYTES = 200;
/** So much may be held for as long as the answer takes: that of a large copy on a slow line takes minutes. */
const LITTLE_BYTES = 64 * 1024;

/**
 * What all connections of a process hold together. When it is too much, those that hold most are asked to come back: their answer then
 * brings what they sent. So is, after a while, whoever holds more than a person does before their page has answered.
 */
export class Holding {
  readonly #limits: Pick<RoomLimits, "heldBytes" | "heldMs">;
  readonly #now: () => number;
  /** with when the first message of each came */
  readonly #all = new Map<HeldMessages, number>();
  #bytes = 0;

  constructor(limits: Pick<RoomLimits, "heldBytes" | "heldMs">, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** @param bytes that came to one of them */
  grew(held: HeldMessages, bytes: number): void {
    if (!this.#all.has(held)) this.#all.set(held, this.#now());
    this.#bytes += bytes;
    while (this.#bytes > this.#limits.heldBytes) {
      let most = held;
      for (const other of this.#all.keys()) if (other.bytes > most.bytes) most = other;
      most.giveUp();
    }
  }

  ended(held: HeldMessages): void {
    if (this.#all.delete(held)) this.#bytes -= held.bytes;
  }

  /** To be called now and then. */
  sweep(): void {
    const before = this.#now() - this.#limits.heldMs;
    for (const [held, since] of this.#all) if (since <= before && held.bytes > LITTLE_BYTES) held.giveUp();
  }
}

/**
 * The stock client sends what its person does from the moment it is connected, before it answered step 1: such an update may
 * refer to earlier ones that only that answer holds. So updates, and the barriers among them, wait for the first step 2.
 */
export class HeldMessages {
  readonly #messages: HeldMessage[] = [];
  readonly #maxBytes: number;
  readonly #holding: Holding;
  readonly #comeBack: () => void;
  #bytes = 0;
  #isOver = false;

  /** @param comeBack asks the client to come back, when there is no room for what it sent */
  constructor(maxBytes: number, holding: Holding, comeBack: () => void) {
    this.#maxBytes = maxBytes;
    this.#holding = holding;
    this.#comeBack = comeBack;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(message: HeldMessage): void {
    if (this.#isOver) return;
    this.#messages.push(message);
    const bytes = MESSAGE_BYTES + (message.type === "update" ? message.update.length : 0);
    this.#bytes += bytes;
    this.#holding.grew(this, bytes);
    if (this.#messages.length > MAX_HELD || this.#bytes > this.#maxBytes) this.giveUp();
  }

  giveUp(): void {
    if (this.#isOver) return;
    this.take();
    this.#comeBack();
  }

  /** All of it; nothing is held from here on. */
  take(): readonly HeldMessage[] {
    this.#isOver = true;
    this.#holding.ended(this);
    return this.#messages;
  }
}

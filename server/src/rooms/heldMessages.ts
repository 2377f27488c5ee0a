import type { Message } from "./wire.ts";

/** What is kept back until a client has answered the server's question what it has that the server lacks. */
export type HeldMessage = Extract<Message, { type: "update" | "barrier" }>;

const MAX_HELD = 5_000;

/**
 * The stock client sends what its person does from the moment it is connected, before it answered step 1: such an update may
 * refer to earlier ones that only that answer holds. So updates, and the barriers among them, wait for the first step 2.
 */
export class HeldMessages {
  readonly #messages: HeldMessage[] = [];
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @returns false when there is no room for more */
  add(message: HeldMessage): boolean {
    this.#messages.push(message);
    this.#bytes += message.type === "update" ? message.update.length : 0;
    return this.#messages.length <= MAX_HELD && this.#bytes <= this.#maxBytes;
  }

  all(): readonly HeldMessage[] {
    return this.#messages;
  }
}

import { encodeDoc, type BoardDoc, type StateDoc } from "@palabre/shared/documents";
import { step2Frame } from "./wire.ts";

const MAX_KEPT = 2;

/**
 * Answers to step 1. A hall that opens one board asks the same question a hundred times, and a large board takes tens of milliseconds
 * to write down: the last answers are handed out again until the document changes.
 */
export class Answers {
  readonly #kept = new Map<string, Uint8Array>();
  #version = -1;

  /**
   * @param version anything that is another number whenever the document is another one
   * @throws what Yjs throws when `vector` is no state vector
   */
  of(doc: BoardDoc | StateDoc, vector: Uint8Array, version: number): Uint8Array {
    if (version !== this.#version) this.forget();
    this.#version = version;
    const key = Buffer.from(vector).toString("base64");
    const known = this.#kept.get(key);
    if (known) return known;
    const frame = step2Frame(encodeDoc(doc, vector));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, frame);
    return frame;
  }

  /** Frees the memory. */
  forget(): void {
    this.#kept.clear();
  }
}

import { encodeDoc, type BoardDoc, type StateDoc } from "@palabre/shared/documents";
import { framedAnswer, type FramedAnswer } from "./wire.ts";

const MAX_KEPT = 2;

/**
 * Answers to step 1, as they go over the socket. A hall that opens one board asks the same question a hundred times, and a large board
 * takes tens of milliseconds to write down: the last answers are handed out again until the document changes, the same bytes to all.
 */
export class Answers {
  readonly #kept = new Map<string, FramedAnswer>();
  #version = -1;

  /**
   * @param version anything that is another number whenever the document is another one
   * @throws what Yjs throws when `vector` is no state vector
   */
  of(doc: BoardDoc | StateDoc, vector: Uint8Array, version: number): FramedAnswer {
    if (version !== this.#version) this.forget();
    this.#version = version;
    const key = Buffer.from(vector).toString("base64");
    const known = this.#kept.get(key);
    if (known) return known;
    const answer = framedAnswer(encodeDoc(doc, vector));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, answer);
    return answer;
  }

  /** Frees the memory. */
  forget(): void {
    this.#kept.clear();
  }
}

export interface BucketSize {
  readonly perSecond: number;
  /** what a full one holds */
  readonly burst: number;
}

/**
 * A token bucket that may be overdrawn: what has happened is paid for afterwards, by waiting. So nothing is refused for being
 * larger than the bucket, and nothing is free.
 */
export class Bucket {
  readonly #size: BucketSize;
  readonly #now: () => number;
  #tokens: number;
  #at: number;

  constructor(size: BucketSize, now: () => number) {
    this.#size = size;
    this.#now = now;
    this.#tokens = size.burst;
    this.#at = now();
  }

  /** @returns milliseconds until it is out of debt; 0 when it is not in debt */
  pay(cost: number): number {
    const { perSecond, burst } = this.#size;
    const now = this.#now();
    // a clock that was set back must not take what was earned
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#at) * perSecond) / 1_000) - cost;
    this.#at = now;
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1_000) / perSecond);
  }
}

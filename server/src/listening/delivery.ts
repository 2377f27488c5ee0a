import { createHmac, timingSafeEqual } from "node:crypto";

/** What a program outside sends, as it came. */
export interface Delivery {
  /** seconds since 1970 when it was signed */
  readonly timestamp: string | undefined;
  /** `sha256=` and the HMAC-SHA256 of `<timestamp>.<body>` under the source's secret, in hex */
  readonly signature: string | undefined;
  readonly body: Uint8Array;
}

/** How far the clocks of two machines may differ; what is older may be somebody else's who saw it pass. */
const MOST_APART_MS = 5 * 60_000;
/** Told apart from a right one by nothing but the answer: not by the time it takes, not by which part was wrong. */
export function isSigned({ timestamp = "", signature = "", body }: Delivery, secret: string, now: number): boolean {
  const expected = createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest();
  const given = Buffer.from(/^sha256=([\da-f]{64})$/i.exec(signature)?.[1] ?? "", "hex");
  const isRight = timingSafeEqual(expected, given.length === expected.length ? given : Buffer.alloc(expected.length));
  const isTimely = /^\d{1,12}$/.test(timestamp) && Math.abs(Number(timestamp) * 1_000 - now) <= MOST_APART_MS;
  return isRight && isTimely;
}

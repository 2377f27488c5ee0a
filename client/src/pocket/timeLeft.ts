import type { PocketStep } from "@palabre/shared/protocol";

/**
 * Milliseconds that are left of a step: those that it stands at while it is paused; undefined without a timer, and once it is over.
 * @param now epoch ms by this device's clock
 * @param aheadMs that the server's clock is ahead of it; −∞ while that is not known
 */
export function timeLeft(
  { endsAt, left, isTimeUp }: Pick<PocketStep, "endsAt" | "left" | "isTimeUp">,
  now: number,
  aheadMs: number,
): number | undefined {
  if (left !== undefined) return left;
  if (endsAt === undefined || isTimeUp === true) return undefined;
  return Math.max(0, endsAt - now - (Number.isFinite(aheadMs) ? aheadMs : 0));
}

import type { BallotMethod, BallotSettings } from "@palabre/shared/terms";

export const USUAL_DOTS = 5;

/** What a method begins with. */
export function settingsAtFirst(method: BallotMethod): BallotSettings {
  if (method === "dots") return { budget: USUAL_DOTS };
  if (method === "judgment") return { grades: 7 };
  return method === "rating" ? { rating: "importance" } : {};
}

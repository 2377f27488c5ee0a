import type { Calibrations } from "./calibration.ts";
import type { PackedModel } from "./model.ts";

/** All that was learnt. `weights.generated.ts` holds it, written by `npm run train:listening`. */
export interface Weights {
  /** heads: expectation, request, problem */
  readonly expectation: PackedModel;
  /** heads: negative, neutral, positive */
  readonly sentiment: PackedModel;
  /** one head: how people rate it */
  readonly rating: PackedModel;
  readonly calibrations: Readonly<Record<"expectation" | "request" | "problem", Calibrations>>;
  /** a rating of −4 to 4 is this sum of the head's log odds and of the feelings of words */
  readonly score: { readonly byModel: number; readonly byWords: number; readonly offset: number };
}

import type { Measure } from "../measure.ts";
import { expectation, problem, request } from "./expectation.ts";
import { language } from "./language.ts";
import { bursts } from "./bursts.ts";
import { score, sentiment } from "./sentiment.ts";
import { complaint, suggestion } from "./otherTexts.ts";
import { themes } from "./themes.ts";

/** Every measure; a file is given to all, and those take it whose columns it has. */
export const MEASURES: readonly Measure[] = [
  expectation,
  request,
  problem,
  suggestion,
  complaint,
  sentiment,
  score,
  themes,
  language,
  bursts,
];

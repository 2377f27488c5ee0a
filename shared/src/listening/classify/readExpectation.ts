import { calibrate, isReview, type Calibrated, type PostContext } from "./calibration.ts";
import { readClues, type Clues } from "./clues.ts";
import { explain, type Because } from "./explain.ts";
import { openModel, toProbability, type Model } from "./model.ts";
import { WEIGHTS } from "./weights.generated.ts";

/** What a post is, as far as a community's expectations go. */
export interface ExpectationReading {
  readonly kind: "request" | "problem" | "wish" | "praise" | "other";
  /** *unsure* where posts like it are one as often as not */
  readonly isExpectation: boolean | "unsure";
  /** what is said where a yes or a no is wanted, also where that is unsure */
  readonly leansToExpectation: boolean;
  /** that it asks for something */
  readonly asks: boolean;
  /** that it reports a problem */
  readonly reports: boolean;
  /** of being an expectation, 0 to 1 */
  readonly probability: number;
  /** the places that explain it, in order of the text; empty where no rule was met */
  readonly because: readonly Because[];
}

/** Between these a post is *unsure*. */
const [LEAST_SURE, MOST_SURE] = [0.35, 0.65];
/** Away from reviews, from which the words were mostly learnt, a rule that is met or not moves the log odds by this much. */
const RULE_WEIGHT = 1;

let model: Model | undefined;

/**
 * Reads whether a post expects something: a request, a problem or a wish. The model decides, rules explain. Never throws.
 * @param language a tag, or empty where it isn't known
 * @param context  what kind of source it is from: reviews and other posts are calibrated apart
 */
export const readExpectation = (text: string, language: string, context: PostContext = {}): ExpectationReading =>
  expectationOf(readClues(text, language, isReview(context)), context);

/** @param taught what is added to the log odds of being an expectation */
export function expectationOf(clues: Clues, context: PostContext, taught: number = 0): ExpectationReading {
  const { expectation, asked, reported } = askExpectation(clues, context);
  const logit = expectation.logit + taught;
  const { calibrations } = WEIGHTS;
  const isYes = taught === 0 ? expectation.isYes : logit >= expectation.threshold;
  const probability = toProbability(logit);
  const met = (says: string): boolean => clues.hits.some((hit) => hit.says === says);
  const wanted = met("wish") && !met("request") ? "wish" : "request";
  const wants =
    asked.logit - calibrations.request.post.threshold >= reported.logit - calibrations.problem.post.threshold;
  return {
    kind: isYes ? (wants ? wanted : "problem") : met("praise") ? "praise" : "other",
    isExpectation: probability > LEAST_SURE && probability < MOST_SURE ? "unsure" : isYes,
    leansToExpectation: isYes,
    asks: asked.isYes,
    reports: reported.isYes,
    probability,
    because: explain(clues),
  };
}

/** What the model says, calibrated for this kind of source. */
export function askExpectation(
  clues: Clues,
  context: PostContext,
): { readonly expectation: Calibrated; readonly asked: Calibrated; readonly reported: Calibrated } {
  model ??= openModel(WEIGHTS.expectation);
  const [either = 0, request = 0, problem = 0] = mixRules(model(clues, clues.signals), clues, isReview(context));
  const { calibrations } = WEIGHTS;
  return {
    expectation: calibrate(either, context, calibrations.expectation),
    asked: calibrate(request, context, calibrations.request),
    reported: calibrate(problem, context, calibrations.problem),
  };
}

/** The log odds of expectation, request and problem, with what the rules say added for what is no review. */
export function mixRules(logits: readonly number[], { hits }: Clues, review: boolean): readonly number[] {
  if (review) return logits;
  const asks = hits.some(({ says }) => says === "request" || says === "wish");
  const reports = hits.some(({ says }) => says === "problem");
  return [asks || reports, asks, reports].map((met, at) => (logits[at] ?? 0) + (met ? RULE_WEIGHT : -RULE_WEIGHT));
}

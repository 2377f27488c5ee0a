import { readClues, TEXT_SIGNALS, type Clues } from "@palabre/shared/listening/classify";
import { prune, type Head } from "./head.ts";
import { trainLogistic, type Settings } from "./logistic.ts";
import type { LabelledPost } from "./posts.ts";

/** A post with all that a model sees of it. */
export interface Known extends Clues {
  readonly post: LabelledPost;
}

export const know = (post: LabelledPost): Known => ({ ...readClues(post.text, post.lang, post.isReview), post });

export const SEED = 20_261_128;
const KEPT = 35_000;
const BASE: Settings = { cost: 4, epochs: 12, seed: SEED, ratioShare: 1 };
/** Feelings are learnt from the text alone, wherever it is from. */
const ofText = (signal: number): boolean => signal < TEXT_SIGNALS;

/** Expectation, request, problem; undefined where the labels of a post don't tell. */
export const QUESTIONS: readonly ((post: LabelledPost) => boolean | undefined)[] = [
  ({ request, problem }) =>
    request === true || problem === true ? true : request === undefined || problem === undefined ? undefined : false,
  ({ request }) => request,
  ({ problem }) => problem,
];
/** A post written for the project weighs more than a review: there are ten times fewer. */
const WRITTEN_WEIGHT = 2;

/** Heads: expectation, request, problem. */
export function fitExpectation(known: readonly Known[]): readonly Head[] {
  const heads = QUESTIONS.map((asks) => {
    const told = known.filter(({ post }) => asks(post) !== undefined);
    const importance = told.map(({ post }) => (post.isReview ? 1 : WRITTEN_WEIGHT));
    const isYes = told.map(({ post }) => asks(post) === true);
    return trainLogistic(told, isYes, { ...BASE, cost: 8, ratioShare: 0.5, importance });
  });
  return prune(heads, known, KEPT);
}

export const SENTIMENTS = ["negative", "neutral", "positive"] as const;

/** Heads: negative, neutral, positive. */
export function fitSentiment(known: readonly Known[]): readonly Head[] {
  const heads = SENTIMENTS.map((sentiment) =>
    trainLogistic(
      known,
      known.map(({ post }) => post.sentiment === sentiment),
      { ...BASE, uses: ofText },
    ),
  );
  return prune(heads, known, KEPT);
}

/** One head: rated above zero; a rating far from zero weighs more. */
export function fitRating(known: readonly Known[]): readonly Head[] {
  const importance = known.map(({ post }) => Math.max(0.05, Math.abs(post.score ?? 0)));
  const settings = { ...BASE, cost: 2, uses: ofText, importance };
  return prune(
    [
      trainLogistic(
        known,
        known.map(({ post }) => (post.score ?? 0) > 0),
        settings,
      ),
    ],
    known,
    KEPT,
  );
}

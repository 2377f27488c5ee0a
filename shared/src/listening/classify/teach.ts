import { isReview, type PostContext } from "./calibration.ts";
import { readClues } from "./clues.ts";
import { BUCKETS, type Features } from "./features.ts";
import { toProbability } from "./model.ts";
import { askExpectation } from "./readExpectation.ts";

/** A post of a board of which somebody has said whether it is an expectation. */
export interface TaughtPost {
  readonly text: string;
  readonly language: string;
  readonly context: PostContext;
  readonly isExpectation: boolean;
}
/** What a board has taught: what is added to the log odds of a post being an expectation. */
export type Taught = (features: Features) => number;

/** Rounds over all labels; the step shrinks as they pass. */
const ROUNDS = 30;
const STEP = 0.6;
/** How strongly the words are held back: with few labels the board moves the model a little, with many it leads. */
const HELD = 0.02;

/** A labelled post as the model sees it. */
export interface Example extends Features {
  /** the log odds that the model gives it, less those from which on yes is said */
  readonly from: number;
  readonly isYes: boolean;
}

/**
 * Learns from the labels of one board what the model, which has read others, gets wrong there. Deterministic; a few milliseconds for
 * a hundred labels.
 * @returns undefined without labels
 */
export const teach = (posts: readonly TaughtPost[]): Taught | undefined =>
  learnFromLabels(
    posts.map(({ text, language, context, isExpectation }) => {
      const { signals, ...clues } = readClues(text, language, isReview(context));
      const { expectation } = askExpectation({ ...clues, signals }, context);
      return { ...clues, from: expectation.logit - expectation.threshold, isYes: isExpectation };
    }),
  );

/** Logistic regression on the words, beginning from what the model says of each post. */
export function learnFromLabels(examples: readonly Example[]): Taught | undefined {
  if (examples.length === 0) return undefined;
  const weights = new Float32Array(BUCKETS);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = STEP / (1 + round / 5);
    for (const example of examples) {
      const miss = Number(example.isYes) - toProbability(example.from + bias + sumOf(weights, example));
      bias += (step * miss) / 10;
      for (let at = 0; at < example.buckets.length; at += 1) {
        const bucket = example.buckets[at] ?? 0;
        const weight = weights[bucket] ?? 0;
        weights[bucket] = weight + step * (miss * (example.values[at] ?? 0) - HELD * weight);
      }
    }
  }
  return (features) => bias + sumOf(weights, features);
}

function sumOf(weights: Float32Array, { buckets, values }: Features): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1) sum += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

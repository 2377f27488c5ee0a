import { readClues, type Clues } from "./clues.ts";
import { openModel, toProbability, type Model } from "./model.ts";
import { FEELING_SIGNAL } from "./signals.ts";
import { WEIGHTS } from "./weights.generated.ts";

const SENTIMENTS = ["negative", "neutral", "positive"] as const;

/** How a post feels. */
export interface SentimentReading {
  /** *unsure* where no word is likely enough */
  readonly sentiment: (typeof SENTIMENTS)[number] | "unsure";
  /** the likeliest, also where that is unsure */
  readonly leansTo: (typeof SENTIMENTS)[number];
  /** of the likeliest, 0 to 1 */
  readonly probability: number;
  /** −4 (worst) to 4 (best), as people would rate it */
  readonly score: number;
}

/** A sentiment less likely than this is *unsure*; of three, the likeliest has a third at least. */
const LEAST_SURE = 0.45;
/** Feelings of words are taken for the text's from here on, in languages that the model has not learnt (VADER's own threshold). */
const FELT = 0.05;

let sentimentModel: Model | undefined;
let ratingModel: Model | undefined;

/**
 * Reads how a post feels. French and English are learnt; Spanish, Italian, German and Portuguese are read by their words, any other language by the
 * words it shares with French and English, never by the model.
 * Never throws.
 * @param language a tag, or empty where it isn't known
 */
export const readSentiment = (text: string, language: string): SentimentReading =>
  sentimentOf(readClues(text, language, false), language);

/** @param clues of a text that is taken for no review */
function sentimentOf(clues: Clues, language: string): SentimentReading {
  const feeling = feelingOf(clues, language);
  const score = isLearnt(language) ? rate(clues) : 4 * (clues.signals[FEELING_SIGNAL] ?? 0);
  return { ...feeling, score: Math.max(-4, Math.min(4, score)) };
}

/** How a post feels, without how strongly: half the work. */
export function feelingOf(clues: Clues, language: string): Omit<SentimentReading, "score"> {
  const odds = isLearnt(language) ? askModel(clues) : askWords(clues);
  const sum = odds.reduce((total, value) => total + value, 0);
  const best = odds.indexOf(Math.max(...odds));
  const leansTo = SENTIMENTS[best] ?? "neutral";
  const probability = (odds[best] ?? 0) / sum;
  return { sentiment: probability < LEAST_SURE ? "unsure" : leansTo, leansTo, probability };
}

const isLearnt = (language: string): boolean => /^(?:fr|en)\b|^$/.test(language);

function askModel(clues: Clues): readonly number[] {
  sentimentModel ??= openModel(WEIGHTS.sentiment);
  return sentimentModel(clues, clues.signals).map(toProbability);
}

function rate(clues: Clues): number {
  ratingModel ??= openModel(WEIGHTS.rating);
  const [rated = 0] = ratingModel(clues, clues.signals);
  const { byModel, byWords, offset } = WEIGHTS.score;
  return byModel * rated + byWords * (clues.signals[FEELING_SIGNAL] ?? 0) + offset;
}

/** Of words alone: as sure as a half. */
function askWords({ signals }: Clues): readonly number[] {
  const sum = signals[FEELING_SIGNAL] ?? 0;
  return sum > FELT ? [1, 1, 2] : sum < -FELT ? [2, 1, 1] : [1, 2, 1];
}

import type { Insufficient } from "./published.ts";

/** How somebody would feel about a feature that is there, or is missing. */
export const KANO_ANSWERS = ["like", "must-be", "neutral", "live-with", "dislike"] as const;
export type KanoAnswer = (typeof KANO_ANSWERS)[number];

/** Must-be, one-dimensional (performance), attractive, indifferent, reverse, questionable. */
export const KANO_CATEGORIES = ["M", "O", "A", "I", "R", "Q"] as const;
export type KanoCategory = (typeof KANO_CATEGORIES)[number];
export type KanoCounts = Readonly<Record<KanoCategory, number>>;

/** Rows: the answer if the feature is there; columns: if it is missing; both in the order of `KANO_ANSWERS`. */
const TABLE: readonly (readonly KanoCategory[])[] = [
  ["Q", "A", "A", "A", "O"],
  ["R", "I", "I", "I", "M"],
  ["R", "I", "I", "I", "M"],
  ["R", "I", "I", "I", "M"],
  ["R", "R", "R", "R", "Q"],
];

/**
 * What two answers of one person say of a feature.
 * @param functional how they feel if it is there
 * @param dysfunctional how they feel if it is missing
 * @see Kano, Seraku, Takahashi, Tsuji, "Attractive quality and must-be quality", Journal of the Japanese Society for Quality Control 14, 1984
 */
export function classifyKano(functional: KanoAnswer, dysfunctional: KanoAnswer): KanoCategory {
  return TABLE[KANO_ANSWERS.indexOf(functional)]?.[KANO_ANSWERS.indexOf(dysfunctional)] ?? "Q";
}

/** Figures of one feature; each is undefined when nothing stands below its division line. */
export interface KanoFigures {
  /** how many answers */
  readonly n: number;
  /** the category with most answers, in the order MOAIRQ when several tie; none without answers */
  readonly categories: readonly KanoCategory[];
  /** the first of M, O, A, I that comes near enough to the most frequent category; undefined when none does */
  readonly byRule: KanoCategory | undefined;
  /** 100 (M + O + A) / n: how many care at all */
  readonly totalStrength: number | undefined;
  /** 100 (first − second) / n */
  readonly categoryStrength: number | undefined;
  /** (A + O) / (A + O + M + I), 0 to 1: how much it gives to be there */
  readonly better: number | undefined;
  /** −(O + M) / (A + O + M + I), −1 to 0: how much it takes to be missing */
  readonly worse: number | undefined;
  /** Fong's test: the difference of the two largest counts, and how large it must be */
  readonly difference: number;
  readonly limit: number | undefined;
  /** the difference reaches the limit; false means "not settled" */
  readonly isSettled: boolean | undefined;
}

/**
 * What the answers of many say of one feature.
 *
 * Example: 95 M, 123 O, 45 A, 33 I: performance, 28 answers ahead where 19.4 are enough.
 * @param equalWithin how many percentage points a category may lie below the most frequent one and still come first by the
 * rule M before O before A before I
 * @see Berger et al., "Kano's methods for understanding customer-defined quality", Center for Quality of Management Journal 2, 1993
 * @see Lee, Newcomb, "Applying the Kano methodology to meet customer requirements", Quality Management Journal 4, 1997
 * @see Fong, "Using the self-stated importance questionnaire to interpret Kano questionnaire results", Center for Quality of Management Journal 5, 1996
 */
export function computeKano(counts: KanoCounts, equalWithin: number = 5): KanoFigures {
  const { M, O, A, I, R, Q } = counts;
  const n = M + O + A + I + R + Q;
  const [first = 0, second = 0] = Object.values({ M, O, A, I, R, Q }).toSorted((a, b) => b - a);
  const wanted = A + O + M + I;
  const share = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
  const isNear = (category: KanoCategory) => 100 * (first - counts[category]) <= equalWithin * n + 1e-9;
  const limit = n === 0 ? undefined : 1.65 * Math.sqrt(((first + second) * (2 * n - first - second)) / (2 * n));
  return {
    n,
    categories: n === 0 ? [] : KANO_CATEGORIES.filter((category) => counts[category] === first),
    byRule: n === 0 ? undefined : (["M", "O", "A", "I"] as const).find(isNear),
    totalStrength: share(100 * (M + O + A), n),
    categoryStrength: share(100 * (first - second), n),
    better: share(A + O, wanted),
    worse: share(O + M === 0 ? 0 : -(O + M), wanted),
    difference: first - second,
    limit,
    isSettled: limit === undefined ? undefined : first - second >= limit,
  };
}

/** Below this only counts are shown. */
const ANSWERS_NEEDED = 20;
/** A larger share of contradicting answers means a bad question. */
const MOST_QUESTIONABLE = 0.1;

export type KanoReading =
  | (KanoFigures & { readonly state: "known"; readonly counts: KanoCounts; readonly isBadQuestion: boolean })
  | (Insufficient & { readonly counts: KanoCounts });

/**
 * Reads the answers about one feature: counts alone below 20 of them, all figures from 20 on.
 *
 * Mixed groups look indifferent: ask for each segment alone before all are put together. More than 10 % of answers that
 * contradict themselves (Q) mean that the question is bad, not the feature.
 * @param answers one pair a person: if it is there, if it is missing
 */
export function readKano(answers: readonly (readonly [KanoAnswer, KanoAnswer])[]): KanoReading {
  const counts = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
  for (const [functional, dysfunctional] of answers) counts[classifyKano(functional, dysfunctional)] += 1;
  const n = answers.length;
  if (n < ANSWERS_NEEDED) return { state: "insufficient", n, needs: ANSWERS_NEEDED, counts };
  return { ...computeKano(counts), state: "known", counts, isBadQuestion: counts.Q > MOST_QUESTIONABLE * n };
}

import { chiSquareTail } from "../statistics/index.ts";
import { publish, PUBLISHED_FROM, type Published } from "./published.ts";

/** How much several rankings agree; a figure is undefined when nothing stands below its division line. */
export interface Concordance {
  /** one a subject, in their order */
  readonly rankSums: readonly number[];
  /** sum of the squares by which rank sums differ from their mean */
  readonly s: number;
  /** 12 s / (m² (n³ − n) − m ΣT), T = Σ (t³ − t) over the ties of a rater: 0 to 1 */
  readonly w: number | undefined;
  /** the same without the ties */
  readonly wUncorrected: number | undefined;
  /** m (n − 1) w */
  readonly chiSquare: number | undefined;
  readonly df: number;
  /** how probable so much agreement is by chance */
  readonly p: number | undefined;
}

/**
 * Kendall's coefficient of concordance W, with the correction for ties, whose lack may turn the verdict at 5 %.
 *
 * Undefined with no rater, with one subject, and when every rater ties all.
 * @param ratings one row a rater, one column a subject; the smallest value ranks first, ties share the mean rank
 * @see Kendall, Babington Smith, "The problem of m rankings", Annals of Mathematical Statistics 10, 1939, doi:10.1214/aoms/1177732186
 */
export function computeConcordance(ratings: readonly (readonly number[])[]): Concordance {
  const subjects = Math.max(0, ...ratings.map((row) => row.length));
  const ranked = ratings.map(rankRow);
  const rankSums = Array.from({ length: subjects }, (_, subject) =>
    ranked.reduce((sum, { ranks }) => sum + (ranks[subject] ?? 0), 0),
  );
  const ties = ranked.reduce((sum, row) => sum + row.ties, 0);
  return concordanceOf(rankSums, ratings.length, ties);
}

/** The same from rank sums alone; how raters tied is not known then, so that `w` is the uncorrected one. */
export function concordanceOf(rankSums: readonly number[], raters: number, ties: number = 0): Concordance {
  const n = rankSums.length;
  const mean = rankSums.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const s = rankSums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const most = raters ** 2 * (n ** 3 - n);
  const w = divide(12 * s, most - raters * ties);
  const chiSquare = w === undefined ? undefined : raters * (n - 1) * w;
  return {
    rankSums,
    s,
    w,
    wUncorrected: divide(12 * s, most),
    chiSquare,
    df: Math.max(0, n - 1),
    p: chiSquare === undefined ? undefined : chiSquareTail(chiSquare, n - 1),
  };
}

const divide = (part: number, whole: number): number | undefined => (whole > 1e-9 ? part / whole : undefined);

/** Ranks from 1, ties at their mean, and Σ (t³ − t) over them. */
function rankRow(values: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rankOf = new Map<number, number>();
  let before = 0;
  let ties = 0;
  for (const [value, count] of [...counts].toSorted(([a], [b]) => a - b)) {
    rankOf.set(value, before + (count + 1) / 2);
    before += count;
    ties += count ** 3 - count;
  }
  return { ranks: values.map((value) => rankOf.get(value) ?? 0), ties };
}

/** Schmidt's words stand at W = .1, .3, .5, .7 and .9; a value has the nearest one. */
export const CONCORDANCE_WORDS = ["very-weak", "weak", "moderate", "strong", "unusually-strong"] as const;
export type ConcordanceWord = (typeof CONCORDANCE_WORDS)[number];

/**
 * Says how much people's rankings agree. A ranking counts when it is complete: one number for each subject.
 * @returns insufficient with fewer than five complete rankings, undefined with fewer than three subjects or when all tie
 * @see Schmidt, "Managing Delphi surveys using nonparametric statistical techniques", Decision Sciences 28, 1997, doi:10.1111/j.1540-5915.1997.tb01330.x
 */
export function readConcordance(
  subjects: number,
  ratings: readonly (readonly (number | undefined)[])[],
): Published<{ readonly w: number; readonly p: number; readonly word: ConcordanceWord }> {
  const complete = ratings.flatMap((row) => {
    const given = row.filter((value) => value !== undefined).filter(Number.isFinite);
    return row.length === subjects && given.length === subjects ? [given] : [];
  });
  return publish(complete.length, PUBLISHED_FROM, () => {
    const { w, p } = computeConcordance(complete);
    if (subjects < 3 || w === undefined || p === undefined) return undefined;
    const word = CONCORDANCE_WORDS[Math.min(4, Math.floor(w * 5 + 1e-9))] ?? "unusually-strong";
    return { w, p, word };
  });
}

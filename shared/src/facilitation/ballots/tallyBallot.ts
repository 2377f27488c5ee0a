import type { Ballot, CardId, LinkId, OptionTally, Paper, Tally } from "../../terms/index.ts";
import type { Counted, PaperOf } from "./counted.ts";
import { countComparisons } from "./countComparisons.ts";
import { countDotPapers, countJudgments } from "./countGrades.ts";
import { countOpinions } from "./countOpinions.ts";
import { countOrders } from "./countOrders.ts";
import { countConsent, countKano, countRatings, countWeights } from "./countRatings.ts";
import { PAPERS_NEEDED } from "./papersNeeded.ts";

/** What is known of a ballot besides its papers. */
export interface Publishing {
  /** who could give a paper */
  readonly of: number;
  readonly at: number;
  /** of the papers that count */
  readonly receipts: readonly string[];
}

/**
 * Counts a ballot, by the methods of the analysis. The order of the papers changes nothing, and no figure names anybody.
 *
 * Of fewer than five papers nothing is told but how many there were.
 * @param papers those that answer the ballot, each person's once
 */
export function tallyBallot(
  { method, options, settings }: Pick<Ballot, "method" | "options" | "settings">,
  papers: readonly Paper[],
  { of, at, receipts }: Publishing,
): Tally {
  const n = papers.length;
  const about = {
    method,
    publishedAt: at,
    n,
    of,
    abstentions: Math.max(0, of - n),
    receipts: receipts.toSorted((a, b) => (a < b ? -1 : 1)),
  };
  if (n < PAPERS_NEEDED) return { ...about, isHeldBack: true, perOption: {}, winners: [], ties: [] };
  const counted = count(method, settings, [...new Set(options.map(({ on }) => on))], papers);
  const { perOption, ranking = [], winners, ...figures } = counted;
  const ranks = new Map<string, Pick<OptionTally, "rank" | "isTied">>();
  let rank = 1;
  for (const place of ranking) {
    for (const option of place) ranks.set(option, { rank, isTied: place.length > 1 });
    rank += place.length;
  }
  const ties = ranking.filter((place) => place.length > 1);
  return {
    ...about,
    ...figures,
    perOption: Object.fromEntries([...perOption].map(([option, told]) => [option, { ...told, ...ranks.get(option) }])),
    // what was counted are the ballot's options
    winners: winners as (CardId | LinkId)[],
    ties: ties as (CardId | LinkId)[][],
  };
}

function count(
  method: Ballot["method"],
  settings: Ballot["settings"],
  options: readonly string[],
  papers: readonly Paper[],
): Counted {
  const of = <Method extends Paper["method"]>(name: Method): readonly PaperOf<Method>[] =>
    papers.filter((paper): paper is PaperOf<Method> => paper.method === name);
  switch (method) {
    case "dots":
      return countDotPapers(options, settings, of("dots"));
    case "judgment":
      return countJudgments(options, settings, of("judgment"));
    case "ranked":
      return countOrders(options, of("ranked"));
    case "pairwise":
      return countComparisons(options, of("pairwise"));
    case "agreement":
      return countOpinions(options, of("agreement"));
    case "rating":
      return settings.rating === "kano" ? countKano(options, of("rating")) : countRatings(options, of("rating"));
    case "consent":
      return countConsent(options, of("consent"));
    case "links":
      return countWeights(options, of("links"));
  }
}

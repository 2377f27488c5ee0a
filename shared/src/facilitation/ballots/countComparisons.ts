import { countCircularTriads, fitBradleyTerry, rankByScore, scoreLive } from "../../analysis/voting/index.ts";
import type { OptionTally } from "../../terms/index.ts";
import { isFew, type Counted, type PaperOf } from "./counted.ts";
import { concordance } from "./countGrades.ts";
import { PAPERS_NEEDED } from "./papersNeeded.ts";

/** A normal distribution has 95 % within so many standard errors. */
const STANDARD_ERRORS = 1.96;

/**
 * "Which of the two?" by Bradley and Terry's model; who finds both the same gives each half a win.
 *
 * Places are of all answers. Where fewer than five speak of an option, everything else is counted without the answers that are about it: as
 * many are won as are lost, and each strength hangs on all others, so that the figures of the rest would tell what was said of it.
 */
export function countComparisons(options: readonly string[], papers: readonly PaperOf<"pairwise">[]): Counted {
  const whole = compare(options, papers);
  const known = compareTold(whole, papers);
  const fit = fitOf(known.wins);
  const scores = scoreLive(known.wins);
  const { share } = countCircularTriads(known.wins);
  const isAll = known.options.length === options.length;
  const [wholeFit, wholeScores] = isAll ? [fit, scores] : [fitOf(whole.wins), scoreLive(whole.wins)];
  const placed = new Map(options.map((option, at) => [option, wholeFit?.logAbility[at] ?? wholeScores[at] ?? 0]));
  // of what nobody was asked about there is nothing to place: its strength is the prior's
  const asked = options.filter((_, at) => (whole.speakers[at] ?? 0) > 0);
  const ranking = rankByScore(asked, (option) => placed.get(option) ?? 0);
  const size = known.options.length;
  return {
    perOption: new Map(
      options.map((option, place): [string, OptionTally] => {
        const n = whole.speakers[place] ?? 0;
        const at = known.options.indexOf(option);
        // many may speak of it, but most of them beside what few speak of
        if ((known.speakers[at] ?? 0) < PAPERS_NEEDED) return [option, { n }];
        const [strength, error] = [fit?.logAbility[at] ?? 0, (fit?.standardError[at] ?? 0) * STANDARD_ERRORS];
        const fitted = fit ? { strength, low: strength - error, high: strength + error } : {};
        return [option, { n, ...known.counts[at], score: scores[at] ?? 50, ...fitted }];
      }),
    ),
    ranking,
    winners: ranking[0] ?? [],
    ...(share === undefined ? {} : { circular: share }),
    // only who compared each with each has an order of them all
    ...(known.rows.every(({ answered }) => answered === (size * (size - 1)) / 2)
      ? concordance(
          size,
          known.rows.map(({ own }) => own),
        )
      : {}),
  };
}

/** The most likely strengths where there are such; a thing that never lost, or was never shown, needs the prior. */
const fitOf = (wins: Comparisons["wins"]) => fitBradleyTerry(wins, { prior: "none" }) ?? fitBradleyTerry(wins);

/** Answers about some options, in the order of these. */
interface Comparisons {
  readonly options: readonly string[];
  /** how often the row's option was preferred to the column's */
  readonly wins: readonly (readonly number[])[];
  readonly counts: readonly { readonly wins: number; readonly losses: number; readonly equals: number }[];
  /** people who compared the option with another one of these */
  readonly speakers: readonly number[];
  /** one a paper: less for what it prefers more often, and how many pairs it answered */
  readonly rows: readonly { readonly own: readonly number[]; readonly answered: number }[];
}

/** Without the options that few speak of, nor those that few speak of once these are left out. */
function compareTold(read: Comparisons, papers: readonly PaperOf<"pairwise">[]): Comparisons {
  const known = read.options.filter((_, at) => !isFew(read.speakers[at] ?? 0));
  return known.length === read.options.length ? read : compareTold(compare(known, papers), papers);
}

/** Reads the answers that are about two of these options. */
function compare(options: readonly string[], papers: readonly PaperOf<"pairwise">[]): Comparisons {
  const placeOf = new Map(options.map((option, place) => [option, place]));
  const wins = options.map(() => options.map(() => 0));
  const counts = options.map(() => ({ wins: 0, losses: 0, equals: 0 }));
  const speakers = options.map(() => 0);
  const add = (winner: number, loser: number, amount: number) => {
    const row = wins[winner];
    if (row) row[loser] = (row[loser] ?? 0) + amount;
  };
  const rows = papers.map(({ answers }) => {
    const own = options.map(() => 0);
    const seen = new Set<number>();
    let answered = 0;
    for (const answer of answers) {
      const isEqual = "equal" in answer;
      const [one, other] = isEqual ? answer.equal : [answer.winner, answer.loser];
      const [a, b] = [placeOf.get(one), placeOf.get(other)];
      if (a === undefined || b === undefined) continue;
      answered += 1;
      seen.add(a).add(b);
      add(a, b, isEqual ? 0.5 : 1);
      if (isEqual) add(b, a, 0.5);
      own[a] = (own[a] ?? 0) - (isEqual ? 0.5 : 1);
      if (isEqual) own[b] = (own[b] ?? 0) - 0.5;
      const [first, second] = [counts[a], counts[b]];
      if (first) first[isEqual ? "equals" : "wins"] += 1;
      if (second) second[isEqual ? "equals" : "losses"] += 1;
    }
    for (const place of seen) speakers[place] = (speakers[place] ?? 0) + 1;
    return { own, answered };
  });
  return { options, wins, counts, speakers, rows };
}

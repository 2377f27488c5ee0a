import { readAgreement, readConcordance, readConsensus } from "../../analysis/opinion/index.ts";
import { countDots, judgeByMajority } from "../../analysis/voting/index.ts";
import type { Ballot, OptionTally } from "../../terms/index.ts";
import { agreeing, saidOf, told, type Counted, type PaperOf } from "./counted.ts";
import { PAPERS_NEEDED } from "./papersNeeded.ts";

/** How one option's grades lie: how near to each other, and whether at both ends. */
export function spreadOf(
  values: readonly number[],
  scale: { readonly min: number; readonly max: number },
): Pick<OptionTally, "consensus" | "isPolarised"> {
  const consensus = readConsensus(values, scale);
  if (consensus.state !== "known") return {};
  return { consensus: consensus.consensus, isPolarised: consensus.isTwoPeaks };
}

/** Kendall's W of rankings; a smaller number ranks first. */
export function concordance(
  options: number,
  rows: readonly (readonly (number | undefined)[])[],
): Pick<Counted, "agreement"> {
  const read = readConcordance(options, rows);
  return agreeing("W", read.state === "known" ? read.w : undefined);
}

/** Krippendorff's alpha of grades, without the options that too few speak of. */
export function reliability(rows: readonly (readonly (number | undefined)[])[]): Pick<Counted, "agreement"> {
  const isTold = (rows[0] ?? []).map((_, at) => rows.filter((row) => row[at] !== undefined).length >= PAPERS_NEEDED);
  const read = readAgreement(rows.map((row) => row.map((value, at) => (isTold[at] === true ? value : undefined))));
  return agreeing("alpha", read.state === "known" ? read.alpha : undefined);
}

/**
 * Dots: sums, and how many gave them; what a person left empty has none. A sum is one over all papers and told of every option; how many
 * people gave it is not where they are from one to four: with two dots of one person everybody would know a paper.
 *
 * They are no rankings: most options have no dot of most people, which would count as being of one mind about them. So there is no W.
 */
export function countDotPapers(
  options: readonly string[],
  { budget, cap }: Ballot["settings"],
  papers: readonly PaperOf<"dots">[],
): Counted {
  const limits = { ...(budget === undefined ? {} : { budget }), ...(cap === undefined ? {} : { cap }) };
  const tally = countDots(
    options,
    papers.map(({ dots }, person) => ({ person: String(person), dots: new Map(Object.entries(dots)) })),
    limits,
  );
  return {
    perOption: new Map(
      [...tally.options].map(([option, { dots, voters, largestShare }]): [string, OptionTally] => {
        if (voters === 0) return [option, { n: 0, dots }];
        return [option, voters < PAPERS_NEEDED ? { dots } : { n: voters, dots, largestShare }];
      }),
    ),
    ranking: tally.ranking,
    winners: tally.winners,
  };
}

/** Majority judgment; who gave a card no grade stands with the worst, as the ballot says. */
export function countJudgments(
  options: readonly string[],
  settings: Ballot["settings"],
  papers: readonly PaperOf<"judgment">[],
): Counted {
  const grades = settings.grades ?? 0;
  const scale = Array.from({ length: grades }, (_, grade) => String(grade));
  const rows = papers.map((paper) => options.map((option) => saidOf(paper.grades, option)));
  const given = options.map((_, at) => rows.map((row) => row[at]).filter((grade) => grade !== undefined));
  const judged = judgeByMajority({
    scale,
    tallies: new Map(
      options.map((option, at) => {
        const own = given[at] ?? [];
        return [option, new Map(scale.map((grade, place) => [grade, own.filter((each) => each === place).length]))];
      }),
    ),
    ungraded: new Map(options.map((option, at) => [option, papers.length - (given[at]?.length ?? 0)])),
    tieBreak: "removal",
  });
  return {
    perOption: new Map(
      options.map((option, at): [string, OptionTally] => {
        const own = given[at] ?? [];
        const { numbers = [], grade, above = 0, below = 0, sign = "-" } = judged.options.get(option) ?? {};
        const place = grade === undefined ? {} : { grade: Number(grade) };
        const figures = { numbers, missing: papers.length - own.length, ...place, above, below, sign };
        return [option, told(own.length, () => ({ ...figures, ...spreadOf(own, { min: 0, max: grades - 1 }) }))];
      }),
    ),
    ranking: judged.ranking,
    winners: judged.winners,
    ...reliability(rows),
  };
}

import { findOpinionGroups, type Vote } from "../../analysis/groups/index.ts";
import { rankByScore } from "../../analysis/voting/index.ts";
import type { CardId, OptionTally, TallyGroup } from "../../terms/index.ts";
import { agreeing, isFew, meanOf, saidOf, type Counted, type PaperOf } from "./counted.ts";
import { spreadOf } from "./countGrades.ts";
import { PAPERS_NEEDED } from "./papersNeeded.ts";

/**
 * Agree, pass, disagree, with the opinion groups where there are any.
 *
 * Votes by group are not told where they would tell those of fewer than five others, who are in no group: all less the groups. Nor are they
 * of an option that one to four of a group speak of, or what such a group says of it. What unites and what divides goes with them: of two
 * groups both together say how many of each agree.
 */
export function countOpinions(options: readonly string[], papers: readonly PaperOf<"agreement">[]): Counted {
  const votes = papers.map(({ answers }) => options.map((option): Vote => saidOf(answers, option) ?? null));
  const people = papers.map((_, person) => String(person));
  const found = findOpinionGroups({ people, statements: options, votes });
  const rest = papers.length - found.groups.reduce((sum, { size }) => sum + size, 0);
  const isTold = found.groups.length > 0 && (rest === 0 || rest >= PAPERS_NEEDED);
  const told = options.map((_, at): OptionTally => {
    const given = votes.map((row) => row[at]).filter((vote) => vote !== undefined && vote !== null);
    if (given.length < PAPERS_NEEDED) return { n: given.length };
    const count = (side: Vote) => given.filter((vote) => vote === side).length;
    const opinion = found.statements[at];
    const others = given.length - (opinion?.byGroup.reduce((sum, { seen }) => sum + seen, 0) ?? 0);
    const isByGroup = !isFew(others) && opinion?.byGroup.every(({ seen }) => !isFew(seen)) === true;
    return {
      n: given.length,
      agree: count(1),
      disagree: count(-1),
      pass: count(0),
      ...spreadOf(given, { min: -1, max: 1 }),
      ...(!isByGroup || opinion?.consensus === undefined ? {} : { unites: opinion.consensus }),
      ...(!isByGroup || opinion?.divide === undefined ? {} : { divides: opinion.divide }),
      ...(isTold && isByGroup
        ? {
            groups: opinion.byGroup.map(({ agree, disagree, seen }) => ({
              agree,
              disagree,
              pass: seen - agree - disagree,
            })),
          }
        : {}),
    };
  });
  /** between -1 and 1, nearer to 0 the fewer have answered */
  const support = ({ agree = 0, disagree = 0, n = 0 }: OptionTally) => (agree - disagree) / (n + 2);
  const ranked = options.filter((_, at) => told[at]?.agree !== undefined);
  const supportOf = (option: string) => support(told[options.indexOf(option)] ?? { n: 0 });
  const ranking = rankByScore(ranked, supportOf);
  return {
    perOption: new Map(options.map((option, at) => [option, told[at] ?? { n: 0 }])),
    ranking,
    winners: (ranking[0] ?? []).filter((option) => supportOf(option) > 0),
    ...agreeing("consensus", meanOf(told.map(({ consensus }) => consensus))),
    ...(found.groups.length === 0
      ? {}
      : {
          groups: found.groups.map(({ size, representative }, group): TallyGroup => ({
            size,
            says: representative
              .filter(({ statement }) => !isFew(found.statements[statement]?.byGroup[group]?.seen ?? 0))
              // a statement is an option, and those of such a ballot are cards
              .map(({ statement, side }) => ({ on: options[statement] as CardId, side })),
          })),
        }),
  };
}

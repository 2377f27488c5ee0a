import { computeQuartiles, readKano, readOpportunity } from "../../analysis/opinion/index.ts";
import { rankByScore, readConsent } from "../../analysis/voting/index.ts";
import type { CardId, KanoSays, OptionTally, TallyReason } from "../../terms/index.ts";
import { agreeing, meanOf, saidOf, type Counted, type PaperOf } from "./counted.ts";
import { reliability, spreadOf } from "./countGrades.ts";
import { PAPERS_NEEDED } from "./papersNeeded.ts";

/** Importance and satisfaction: where much matters that little is done for. */
export function countRatings(options: readonly string[], papers: readonly PaperOf<"rating">[]): Counted {
  const rows = papers.map(({ ratings }) => options.map((option) => saidOf(ratings, option)?.importance));
  const perOption = new Map(
    options.map((option, at): [string, OptionTally] => {
      const given = papers.map(({ ratings }) => saidOf(ratings, option)).filter((rating) => rating !== undefined);
      const read = readOpportunity(given.map(({ importance, satisfaction }) => ({ importance, satisfaction })));
      if (given.length < PAPERS_NEEDED || read.state !== "known") return [option, { n: given.length }];
      const { importance, satisfaction, opportunity } = read;
      const important = rows.map((row) => row[at]).filter((value) => value !== undefined);
      const spread = spreadOf(important, { min: 1, max: 5 });
      return [option, { n: given.length, importance, satisfaction, opportunity, ...spread }];
    }),
  );
  const ranking = rankTold(options, perOption, ({ opportunity }) => opportunity);
  return { perOption, ranking, winners: ranking[0] ?? [], ...reliability(rows) };
}

/** Kano's two questions: what kind of expectation it is. Nothing wins. */
export function countKano(options: readonly string[], papers: readonly PaperOf<"rating">[]): Counted {
  const perOption = new Map(
    options.map((option): [string, OptionTally] => {
      const answers = papers.flatMap(({ ratings }): (readonly [KanoSays, KanoSays])[] => {
        const { present, absent } = saidOf(ratings, option) ?? {};
        return present === undefined || absent === undefined ? [] : [[present, absent]];
      });
      const n = answers.length;
      if (n < PAPERS_NEEDED) return [option, { n }];
      const read = readKano(answers);
      if (read.state !== "known") return [option, { n, kano: read.counts }];
      const { counts, byRule, categories, isSettled = false, better, worse } = read;
      const kanoClass = byRule ?? categories[0];
      return [
        option,
        {
          n,
          kano: counts,
          isSettled,
          ...(kanoClass === undefined ? {} : { kanoClass }),
          ...(better === undefined ? {} : { better }),
          ...(worse === undefined ? {} : { worse }),
        },
      ];
    }),
  );
  return { perOption, winners: [] };
}

const CONSENT = { yes: "yes", reserve: "yes-with-reserve", objection: "objection" } as const;

/** Consent: a proposal holds when nobody objects. Reasons come in alphabetical order, which tells nobody. */
export function countConsent(options: readonly string[], papers: readonly PaperOf<"consent">[]): Counted {
  const reasons: TallyReason[] = [];
  const perOption = new Map(
    options.map((option): [string, OptionTally] => {
      const given = papers.map(({ answers }) => saidOf(answers, option)).filter((answer) => answer !== undefined);
      const n = given.length;
      if (n < PAPERS_NEEDED) return [option, { n }];
      const read = readConsent(
        given.map(({ say, reason = "" }, person) => ({ person: String(person), answer: CONSENT[say], text: reason })),
      );
      // an option of such a ballot is a card
      const on = option as CardId;
      reasons.push(
        ...read.objectionTexts.map((text): TallyReason => ({ on, say: "objection", text })),
        ...read.reserveTexts.map((text): TallyReason => ({ on, say: "reserve", text })),
      );
      return [option, { n, yes: read.yes, reserve: read.reserves, objection: read.objections }];
    }),
  );
  // the fewer object the better, and of as many the fewer reserves; more answers make none better
  const ranking = rankTold(options, perOption, ({ objection, reserve = 0 }) =>
    objection === undefined ? undefined : -(objection * (papers.length + 1) + reserve),
  );
  return {
    perOption,
    ranking,
    winners: options.filter((option) => perOption.get(option)?.objection === 0),
    reasons,
  };
}

/** Links, each signed and weighed by each person alone: the median, and how far apart they are. */
export function countWeights(options: readonly string[], papers: readonly PaperOf<"links">[]): Counted {
  const rows = papers.map((paper) => options.map((option) => weightOf(paper, option)));
  const perOption = new Map(
    options.map((option, at): [string, OptionTally] => {
      const weights = rows.map((row) => row[at]).filter((weight) => weight !== undefined);
      const n = weights.length;
      if (n < PAPERS_NEEDED) return [option, { n }];
      const [low = 0, median = 0, high = 0] = computeQuartiles(weights, "type-7");
      return [
        option,
        {
          n,
          median,
          low,
          high,
          plus: weights.filter((weight) => weight > 0).length,
          minus: weights.filter((weight) => weight < 0).length,
          none: weights.filter((weight) => weight === 0).length,
          ...spreadOf(weights, { min: -3, max: 3 }),
        },
      ];
    }),
  );
  const consensus = meanOf([...perOption.values()].map((option) => option.consensus));
  const alpha = reliability(rows);
  return { perOption, winners: [], ...(alpha.agreement ? alpha : agreeing("consensus", consensus)) };
}

/** −3 to 3, 0 for no influence; undefined where nothing was said. */
export function weightOf({ answers }: PaperOf<"links">, link: string): number | undefined {
  const answer = saidOf(answers, link);
  if (answer === undefined || answer.polarity === "none") return answer && 0;
  return answer.polarity === "+" ? answer.strength : -answer.strength;
}

/** Ranks what there is a figure of. */
function rankTold(
  options: readonly string[],
  perOption: ReadonlyMap<string, OptionTally>,
  figureOf: (option: OptionTally) => number | undefined,
): readonly (readonly string[])[] {
  const figures = new Map(options.map((option) => [option, figureOf(perOption.get(option) ?? { n: 0 })]));
  const told = options.filter((option) => figures.get(option) !== undefined);
  return rankByScore(told, (option) => figures.get(option) ?? 0);
}

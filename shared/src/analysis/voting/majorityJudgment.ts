import { compareMerits, equaliseTotals, medianGrade, toMerit, type Merit } from "./majorityValue.ts";
import { rankBy, type Ranking } from "./places.ts";

/** How equal majority grades are told apart. */
export type TieBreak = "removal" | "gauge";

export interface MajorityElection {
  /** grades, worst first */
  readonly scale: readonly string[];
  /** option → grade → how many gave it, or its share; an absent grade has 0 */
  readonly tallies: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** option → how many gave it no grade; they count as the worst grade, which the ballot says */
  readonly ungraded?: ReadonlyMap<string, number>;
  readonly tieBreak: TieBreak;
}

/** How one option was judged. */
export interface Judgment {
  /** by grade, worst first, those without a grade among the worst */
  readonly numbers: readonly number[];
  /** the median grade, the lower middle one of an even number; undefined when nobody judged it */
  readonly grade: string | undefined;
  /** number (or share) of better, and of worse grades than the majority grade */
  readonly above: number;
  readonly below: number;
  /** `+` if more are above than below, else `-` */
  readonly sign: "+" | "-";
}

export interface MajorityResult {
  readonly options: ReadonlyMap<string, Judgment>;
  readonly ranking: Ranking;
  /** the first place; none while nobody judged anything */
  readonly winners: readonly string[];
}

/**
 * Majority judgment: everybody grades every option, and the option whose majority grade is best wins.
 *
 * The majority grade is the median, the lower middle one of an even number: a majority finds it at least so good. Equal
 * ones are told apart by removing one majority grade from each until they differ (`removal`), or by the larger of their
 * gauges (`gauge`): more grades above than below (+) come before the others (-), among the former the one with more above,
 * among the latter the one with fewer below. Options with different numbers of grades are multiplied to equal numbers first.
 * Those that still tie share a place; an option that nobody judged comes last.
 *
 * Example: Good 2, Fair 1, Poor 1 and Excellent 1, Fair 3 both have Fair; after three removals Good stands against Fair, and the first wins.
 * @see Balinski, Laraki, "Majority judgment: measuring, ranking, and electing", MIT Press 2011, §1.5 and §14
 */
export function judgeByMajority({ scale, tallies, ungraded, tieBreak }: MajorityElection): MajorityResult {
  const options = [...tallies.keys()];
  const numbers = options.map((option) =>
    scale.map((grade, place) => {
      const without = place === 0 ? atLeast0(ungraded?.get(option)) : 0;
      return atLeast0(tallies.get(option)?.get(grade)) + without;
    }),
  );
  const { merits, slack } = equaliseTotals(numbers);
  const contenders = options.map((option, index) => {
    const merit = merits[index] ?? toMerit([]);
    return { option, merit, gauge: gaugeOf(merit, slack), numbers: numbers[index] ?? [] };
  });
  const ranking = rankBy(contenders, (a, b) => {
    if (a.merit.total === 0 || b.merit.total === 0) return b.merit.total - a.merit.total;
    return tieBreak === "removal" ? compareMerits(a.merit, b.merit, slack) : compareGauges(a.gauge, b.gauge, slack);
  }).map((place) => place.map(({ option }) => option));
  return {
    options: new Map(
      contenders.map(({ option, gauge, numbers: own }) => [
        option,
        {
          numbers: own,
          grade: gauge === undefined ? undefined : scale[gauge.grade],
          above: sum(own.slice((gauge?.grade ?? own.length) + 1)),
          below: sum(own.slice(0, gauge?.grade ?? 0)),
          sign: gauge !== undefined && gauge.above > gauge.below + slack ? "+" : "-",
        },
      ]),
    ),
    ranking,
    winners: contenders.some(({ merit }) => merit.total > 0) ? (ranking[0] ?? []) : [],
  };
}

interface Gauge {
  readonly grade: number;
  readonly above: number;
  readonly below: number;
}

/** Undefined when there is no grade. */
function gaugeOf(merit: Merit, slack: number): Gauge | undefined {
  if (merit.total === 0) return undefined;
  const grade = medianGrade(merit, slack);
  return { grade, above: merit.total - (merit.upTo[grade] ?? 0), below: merit.upTo[grade - 1] ?? 0 };
}

function compareGauges(a: Gauge | undefined, b: Gauge | undefined, slack: number): number {
  if (a === undefined || b === undefined) return 0;
  if (a.grade !== b.grade) return b.grade - a.grade;
  const [isAbove, isOtherAbove] = [a.above > a.below + slack, b.above > b.below + slack];
  if (isAbove !== isOtherAbove) return isAbove ? -1 : 1;
  const lead = isAbove ? b.above - a.above : a.below - b.below;
  return Math.abs(lead) > slack ? lead : 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const atLeast0 = (number: number | undefined): number =>
  number !== undefined && Number.isFinite(number) ? Math.max(0, number) : 0;

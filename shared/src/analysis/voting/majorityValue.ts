/** The numbers of one option by grade, worst first; they add up to `total`, which all options of a comparison share. */
export interface Merit {
  /** cumulated from the worst: `upTo[g]` = how many have grade g or a worse one */
  readonly upTo: readonly number[];
  readonly total: number;
}

/** Cumulates numbers by grade, worst first. */
export function toMerit(numbers: readonly number[]): Merit {
  let sum = 0;
  const upTo = numbers.map((number) => (sum += number));
  return { upTo, total: sum };
}

/**
 * Multiplies options to equal totals, so that a removal takes the same part of each: by whole factors where these stay
 * exact, else to shares.
 * @returns `slack`: how far rounding may have moved a sum
 */
export function equaliseTotals(options: readonly (readonly number[])[]): {
  readonly merits: readonly Merit[];
  readonly slack: number;
} {
  const totals = options.map((numbers) => numbers.reduce((sum, number) => sum + number, 0));
  const isWhole = options.every((numbers) => numbers.every(Number.isSafeInteger));
  const common = isWhole ? totals.filter((total) => total > 0).reduce(commonMultiple, 1) : Infinity;
  // half a total must be exact too
  const isExact = common < Number.MAX_SAFE_INTEGER / 2;
  const merits = options.map((numbers, index) => {
    const total = totals[index] ?? 0;
    if (total <= 0) return toMerit(numbers.map(() => 0));
    return toMerit(numbers.map((number) => (isExact ? number * (common / total) : number / total)));
  });
  return { merits, slack: isExact ? 0 : 1e-9 };
}

const commonMultiple = (a: number, b: number): number => (a / greatestDivisor(a, b)) * b;
const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** The lowest grade whose cumulated number reaches half of the total: the median, the lower middle one of an even number. */
export function medianGrade({ upTo, total }: Merit, slack: number): number {
  return gradeAt(upTo, total / 2, slack);
}

/**
 * Compares two options by removing one majority grade from each, again and again, until two differ.
 *
 * Grades leave from the middle outwards, the lower neighbour before the upper one. So the first difference is the one
 * nearest to the middle of the sorted grades, below it first, and nothing needs to be written out grade by grade.
 * @returns negative when the first is better, 0 when all grades are equal
 */
export function compareMerits(a: Merit, b: Merit, slack: number): number {
  const half = (a.total + b.total) / 4;
  const below = a.upTo.map((upTo, grade) => [Math.min(upTo, half), Math.min(b.upTo[grade] ?? 0, half)] as const);
  const above = a.upTo.map((upTo, grade) => [Math.max(upTo, half), Math.max(b.upTo[grade] ?? 0, half)] as const);
  const differs = ([left, right]: readonly [number, number]) => Math.abs(left - right) > slack;
  const lower = Math.max(...below.filter(differs).map(([left, right]) => Math.max(left, right)), -Infinity);
  const upper = Math.min(...above.filter(differs).map(([left, right]) => Math.min(left, right)), Infinity);
  if (lower === -Infinity && upper === Infinity) return 0;
  if (half - lower <= upper - half + slack) return gradeAt(b.upTo, lower, slack) - gradeAt(a.upTo, lower, slack);
  return gradeAfter(b.upTo, upper, slack) - gradeAfter(a.upTo, upper, slack);
}

/** Grade of the one who stands at a place, counted from the worst. */
function gradeAt(upTo: readonly number[], place: number, slack: number): number {
  return upTo.findIndex((sum) => sum >= place - slack);
}

/** Grade of the one who stands just behind a place. */
function gradeAfter(upTo: readonly number[], place: number, slack: number): number {
  return upTo.findIndex((sum) => sum > place + slack);
}

/** Above this a majority value is not written out. */
const LONGEST = 100_000;

/**
 * The majority value: an option's grades in the order in which they are removed, as places in the scale.
 * @param numbers by grade, worst first
 * @returns undefined when they are no whole numbers (shares), or more than 100,000
 */
export function writeMajorityValue(numbers: readonly number[]): readonly number[] | undefined {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0) || total > LONGEST) return undefined;
  const sorted = numbers.flatMap((number, grade) => Array.from({ length: number }, () => grade));
  const value: number[] = [];
  let low = Math.ceil(total / 2) - 1;
  let high = low + 1;
  // after an odd number was left the lower neighbour is the middle one, after an even number the upper one
  for (let left = total; left > 0; left -= 1)
    value.push(sorted[left % 2 === 0 || left === total ? low-- : high++] ?? 0);
  return value;
}

/** Row sums and column sums of influences: what each acts on, and what acts on it, in the order of the matrix. */
export interface Sums {
  readonly influence: readonly number[];
  readonly dependence: readonly number[];
}
/**
 * Where one stands among all: `driver` acts more than the mean and depends less, `relay` both more, `dependent` acts less and depends more,
 * `autonomous` both less. Who stands on the mean counts as above it.
 */
export type InfluenceClass = "driver" | "relay" | "dependent" | "autonomous";

export interface Micmac extends Sums {
  /** sums of M^k, k from 1: `powers[0]` are the direct ones */
  readonly powers: readonly Sums[];
  /** the largest k whose M^k is not all 0; 0 when nothing acts on anything. Below `maxPower`, no chain of influences comes back: later rankings say nothing */
  readonly lastNonZeroPower: number;
  /** the smallest k from which on the ranking by influence stays as it is at `maxPower`: a periodic map never settles, and then it is `maxPower` */
  readonly influenceStableFromPower: number;
  readonly dependenceStableFromPower: number;
  /** sums of M + M² + … + M^maxPower */
  readonly cumulated: Sums;
}

/**
 * Direct, indirect and cumulated influence and dependence (MICMAC).
 *
 * Powers are never multiplied out: the row sums of M^k are M · (row sums of M^(k−1)), which costs n² a step.
 * @param matrix n × n, ≥ 0, `matrix[i][j]` = influence of i on j; an empty one gives empty sums
 * @param maxPower whole, ≥ 1: the longest chain of influences that counts
 * @see Godet, "From anticipation to action", 1994, chapter 5
 */
export function micmac(matrix: readonly (readonly number[])[], maxPower: number): Micmac {
  return micmacBy(
    {
      size: matrix.length,
      outOf: (weights) => matrix.map((row) => sumOf(row.map((value, to) => value * (weights[to] ?? 0)))),
      into: (weights) => matrix.map((_, to) => sumOf(matrix.map((row, from) => (row[to] ?? 0) * (weights[from] ?? 0)))),
    },
    maxPower,
  );
}

/** A matrix M as what it does to a list of numbers, so that a sparse one costs its links only. */
export interface Influences {
  readonly size: number;
  /** M · weights */
  outOf(weights: readonly number[]): readonly number[];
  /** Mᵀ · weights */
  into(weights: readonly number[]): readonly number[];
}

/** The same of influences that are not written as a matrix. */
export function micmacBy({ size, outOf, into }: Influences, maxPower: number): Micmac {
  const ones = Array.from({ length: size }, () => 1);
  const powers: Sums[] = [];
  let last: Sums = { influence: ones, dependence: ones };
  for (let power = 1; power <= maxPower; power += 1) {
    last = { influence: outOf(last.influence), dependence: into(last.dependence) };
    powers.push(last);
  }
  const [direct = { influence: [], dependence: [] }] = powers;
  return {
    ...direct,
    powers,
    lastNonZeroPower: powers.findLastIndex(({ influence }) => influence.some((sum) => sum > 0)) + 1,
    influenceStableFromPower: stableFrom(powers.map(({ influence }) => influence)),
    dependenceStableFromPower: stableFrom(powers.map(({ dependence }) => dependence)),
    cumulated: {
      influence: addUp(powers.map(({ influence }) => influence)),
      dependence: addUp(powers.map(({ dependence }) => dependence)),
    },
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const addUp = (lists: readonly (readonly number[])[]): readonly number[] =>
  (lists[0] ?? []).map((_, index) => sumOf(lists.map((list) => list[index] ?? 0)));

/** @returns a class each, against the means of all; nobody has one where there is nobody */
export function classesOf({ influence, dependence }: Sums): readonly InfluenceClass[] {
  const [meanInfluence, meanDependence] = [meanOf(influence), meanOf(dependence)];
  return influence.map((value, index) =>
    classOf(reaches(value, meanInfluence), reaches(dependence[index] ?? 0, meanDependence)),
  );
}
/** The mean of three times 0.1 is a little more than 0.1 in binary. */
const reaches = (value: number, mean: number): boolean => value >= mean * (1 - 1e-12);
export const classOf = (isInfluential: boolean, isDependent: boolean): InfluenceClass =>
  isInfluential ? (isDependent ? "relay" : "driver") : isDependent ? "dependent" : "autonomous";

/** 0 of nothing. */
export const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : sumOf(values) / values.length);

/** 100 · figure / sum; undefined where the sum is 0. */
export function sharesOf(values: readonly number[]): readonly number[] | undefined {
  const sum = sumOf(values);
  return sum > 0 ? values.map((value) => (100 * value) / sum) : undefined;
}

/** Sums that differ by less tie: strengths are whole numbers, and so are the sums of their powers. */
const TIE = 1e-9;

/**
 * Places, largest value first; who ties shares one.
 * @returns indices by place
 */
export function rankByValue(values: readonly number[]): readonly (readonly number[])[] {
  const sorted = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const places: number[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const index of sorted) {
    const value = values[index] ?? 0;
    if (last - value < TIE) places.at(-1)?.push(index);
    else places.push([index]);
    last = value;
  }
  return places;
}

function stableFrom(powers: readonly (readonly number[])[]): number {
  const rankings = powers.map((values) =>
    JSON.stringify(rankByValue(values).map((place) => place.toSorted((a, b) => a - b))),
  );
  const final = rankings.at(-1);
  return rankings.findLastIndex((ranking) => ranking !== final) + 2;
}

import { orderByContent, readCovariance } from "./covariance.ts";
import { largestEigenpairs } from "./eigen.ts";
import { readVote, type VoteTable } from "./votes.ts";

/** A place in the plane of opinions; no unit. */
export type Point = readonly [number, number];

/** The plane in which people who vote alike stand close together. */
export interface OpinionSpace {
  /** mean vote of each statement, −1 to 1 */
  readonly center: readonly number[];
  /** the two directions in which votes differ most, one loading a statement, of unit length; zeros where votes don't differ that way */
  readonly axes: readonly [readonly number[], readonly number[]];
  /** one a person */
  readonly positions: readonly Point[];
  /** one a statement: how far from the middle somebody stands whose only vote agrees with it */
  readonly extremity: readonly number[];
  /** a third direction is as good as the second: the plane is one of several */
  readonly isTied: boolean;
}

/** Loadings and values below this share of the largest are rounding. */
const ROUNDING = 1e-10;

/**
 * Principal components of votes, with people placed by what they have voted on.
 *
 * Missing votes count as the mean of their column. Position = Σ over own votes of (vote − center) · axis, times √(statements / own votes), so that who
 * voted little isn't drawn to the middle. An axis has no natural sign: the first statement that loads on it loads positively.
 * Nobody, no statement, or no difference of opinion: zeros.
 * @param isOut moderated out: the column is 0 for everybody, seen or not, and counts as voted
 * @see Small, Bjorkegren, Erkkilä, Shaw, Megill, "Polis: Scaling deliberation by mapping high dimensional opinion spaces", Recerca 26(2), 2021,
 *   doi:10.6035/recerca.5516
 */
export function readOpinionSpace(table: VoteTable, isOut: (statement: number) => boolean = () => false): OpinionSpace {
  const size = table.statements.length;
  const covariance = readCovariance(table, isOut);
  const { center, sums } = covariance;
  const order = orderByContent(covariance);
  const ordered = new Float64Array(size * size);
  order.forEach((row, i) => order.forEach((column, j) => (ordered[i * size + j] = sums[row * size + column] ?? 0)));
  const pairs = largestEigenpairs(ordered, size, 2);
  const largest = pairs[0]?.value ?? 0;
  const axisOf = (index: number): readonly number[] => {
    const pair = pairs[index];
    const axis = table.statements.map(() => 0);
    if (!pair || !(pair.value > ROUNDING * largest)) return axis;
    order.forEach((statement, place) => {
      // on what all agree nothing loads, not even by rounding
      if (sums[statement * size + statement] !== 0) axis[statement] = pair.vector[place] ?? 0;
    });
    const first = axis.find((loading) => Math.abs(loading) > ROUNDING) ?? 0;
    return first < 0 ? axis.map((loading) => (loading === 0 ? 0 : -loading)) : axis;
  };
  const axes = [axisOf(0), axisOf(1)] as const;
  const out = table.statements.filter((_, at) => isOut(at)).length;
  const positions = table.people.map((_, person): Point => {
    let [x, y, own] = [0, 0, out];
    for (const statement of order) {
      const vote = isOut(statement) ? undefined : readVote(table, person, statement);
      if (vote === undefined) continue;
      const apart = vote - (center[statement] ?? 0);
      x += apart * (axes[0][statement] ?? 0);
      y += apart * (axes[1][statement] ?? 0);
      own += 1;
    }
    const scale = own === 0 ? 0 : Math.sqrt(size / own);
    return [x * scale, y * scale];
  });
  const extremity = center.map(
    (mean, at) => Math.sqrt(size) * Math.hypot((1 - mean) * (axes[0][at] ?? 0), (1 - mean) * (axes[1][at] ?? 0)),
  );
  const [, second = 0, third = 0] = pairs.map(({ value }) => value);
  return {
    center,
    axes,
    positions,
    extremity,
    isTied: third > ROUNDING * largest && second - third <= ROUNDING * largest,
  };
}

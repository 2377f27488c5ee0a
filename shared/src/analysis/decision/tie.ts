/** Sums that differ by less tie: what is left of them is the order in which they were added up. */
const TIE = 1e-9;

/** How close two figures of this size may be and still be two: 1e-9, or as many digits of a large figure as a double has. */
export const tieWithin = (size: number): number => Math.max(TIE, Math.abs(size) * 1e-13);

/** Whether `one` is larger than `other` by more than a tie. */
export const isMore = (one: number, other: number, within: number = tieWithin(other)): boolean => one - other > within;

/** The places of the largest figures; several when they tie, none of an empty list. */
export function placesOfLargest(values: readonly number[], within?: number): readonly number[] {
  const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return values.flatMap((value, place) => (isMore(largest, value, within) ? [] : [place]));
}

/**
 * How far two ways of sharing the same items out agree, corrected for chance: 1 for the same groups whatever they are called, about 0 for
 * groups drawn at random, negative below that. Two ways that each put all together, or each apart, agree: 1.
 * @param left group of each item
 * @param right group of each item in the other way, in the same order
 * @see Hubert, Arabie, "Comparing partitions", Journal of Classification 2, 1985, doi:10.1007/BF01908075
 */
export function adjustedRandIndex(left: readonly (string | number)[], right: readonly (string | number)[]): number {
  const names = right.map((name) => JSON.stringify(name));
  const both = countOf(left.map((name, at) => `${JSON.stringify(name)} ${names[at]}`));
  const [together, ofLeft, ofRight] = [both, countOf(left.map((name) => JSON.stringify(name))), countOf(names)].map(
    (counts) => counts.reduce((sum, count) => sum + pairsOf(count), 0),
  ) as [number, number, number];
  const pairs = pairsOf(left.length);
  const expected = pairs === 0 ? 0 : (ofLeft * ofRight) / pairs;
  const most = (ofLeft + ofRight) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

function countOf(names: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()];
}

/** What was said against what is so. */
export interface Answer<Class> {
  readonly said: Class;
  readonly so: Class;
}

/** F1 of one class in percent; 0 where it was neither said nor so. */
export function f1Of<Class>(answers: readonly Answer<Class>[], of: Class): number {
  const hits = answers.filter(({ said, so }) => said === of && so === of).length;
  const misses = answers.filter(({ said, so }) => (said === of) !== (so === of)).length;
  return hits === 0 ? 0 : (200 * hits) / (2 * hits + misses);
}

/** The mean F1 of the classes that there are, in percent. */
export function macroF1<Class>(answers: readonly Answer<Class>[]): number {
  const classes = [...new Set(answers.map(({ so }) => so))];
  if (classes.length === 0) return 0;
  return classes.reduce((sum, of) => sum + f1Of(answers, of), 0) / classes.length;
}

/** Pearson's r; 0 where one side does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** Items by a word of theirs, the words sorted. */
export function groupBy<Item>(items: readonly Item[], wordOf: (item: Item) => string): readonly [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const word = wordOf(item);
    const group = groups.get(word);
    if (group) group.push(item);
    else groups.set(word, [item]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The group of each item as it was said, and as it is. */
export interface Grouping {
  readonly said: readonly (number | string)[];
  readonly so: readonly (number | string)[];
}

/**
 * How far two groupings agree, over all pairs of items that count: F1 of the pairs said to be together, and the adjusted Rand index
 * (Hubert & Arabie, 1985, doi 10.1007/BF01908075), both in percent. 0 where no pair is together.
 * @param counts which pairs count; all where it is not given
 */
export function compareGroupings(
  { said, so }: Grouping,
  counts: (a: number, b: number) => boolean = () => true,
): { pairF1: number; ari: number } {
  let [all, both, saidOnly, soOnly] = [0, 0, 0, 0];
  for (let a = 0; a < so.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      if (!counts(a, b)) continue;
      const [isSaid, isSo] = [said[a] === said[b], so[a] === so[b]];
      all += 1;
      if (isSaid && isSo) both += 1;
      else if (isSaid) saidOnly += 1;
      else if (isSo) soOnly += 1;
    }
  }
  if (both === 0) return { pairF1: 0, ari: 0 };
  const [saidPairs, soPairs] = [both + saidOnly, both + soOnly];
  const expected = (saidPairs * soPairs) / all;
  const most = (saidPairs + soPairs) / 2;
  return {
    pairF1: (200 * both) / (saidPairs + soPairs),
    ari: most === expected ? 100 : (100 * (both - expected)) / (most - expected),
  };
}

/** 0 of none. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

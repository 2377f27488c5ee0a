import { fold } from "@palabre/shared/listening";

const COMMON = 40;
const ALIKE = 0.4;

/** A number a text; near-copies (a repost, an edit, a shared title) have the same. Threes of words in a row, Jaccard 0.4 and more. */
function groupCopies(texts: readonly string[]): readonly number[] {
  const sets = texts.map((text) => {
    const words = fold(text.replaceAll(/https?\S*|@\w+/g, " "))
      .trim()
      .split(" ");
    return new Set(
      words.length < 3 ? [words.join(" ")] : words.slice(2).map((_, at) => words.slice(at, at + 3).join(" ")),
    );
  });
  const parent = texts.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top && parent[top] !== undefined) top = parent[top] ?? top;
    return top;
  };
  const holders = new Map<string, number[]>();
  for (const [at, set] of sets.entries()) {
    const shared = new Map<number, number>();
    for (const piece of set) {
      const before = holders.get(piece) ?? [];
      if (before.length < COMMON) for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1);
      before.push(at);
      holders.set(piece, before);
    }
    for (const [other, count] of shared) {
      const union = set.size + (sets[other]?.size ?? 0) - count;
      if (count / union >= ALIKE) parent[root(at)] = root(other);
    }
  }
  return texts.map((_, at) => root(at));
}

/** The fold of each text, 0 to `count` − 1, spread by a hash of its group, so that copies stay together. */
export function foldsOf(texts: readonly string[], count: number): readonly number[] {
  return groupCopies(texts).map((group) => {
    const mixed = Math.imul(group + 0x9e3779b9, 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % count;
  });
}

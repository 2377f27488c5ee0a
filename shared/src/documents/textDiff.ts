/** What a text became, as others saw it happen: `keep`, `remove` and `insert` in order, counted in UTF-16 units. */
export type TextChange = readonly (
  | { readonly keep: number }
  | { readonly remove: number }
  | { readonly insert: string }
)[];

/**
 * The smallest change that turns one text into another: fewest letters removed and inserted.
 *
 * Letters are code points, so that no surrogate pair is cut; counts in the result are UTF-16 units, as Y.Text has them. Equal ends
 * are set aside first. Between them, texts that differ by more than three hundred letters are replaced (looking for more would take
 * longer than it saves), and so are texts that have less than half in common: letters that happen to be the same are no common text,
 * and a document pays for each piece.
 * @returns no change at all for equal texts; no `keep` at the end
 * @see Myers 1986, "An O(ND) Difference Algorithm and Its Variations", doi:10.1007/BF01840446
 */
export function changeBetween(before: string, after: string): TextChange {
  const [from, to] = [Array.from(before), Array.from(after)];
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  const removed = from.slice(start, from.length - end);
  const inserted = to.slice(start, to.length - end);
  const shortest = shortestSteps(removed, inserted);
  const common = shortest?.filter(([doing]) => doing === "keep").length ?? 0;
  const isAlike = 2 * common >= Math.max(removed.length, inserted.length);
  const steps = (isAlike ? shortest : undefined) ?? [
    ...removed.map((letter): Step => ["remove", letter]),
    ...inserted.map((letter): Step => ["insert", letter]),
  ];
  return toChange([...from.slice(0, start).map((letter): Step => ["keep", letter]), ...steps]);
}

export type Step = readonly [doing: "keep" | "remove" | "insert", letter: string];
const MOST_DIFFERENCES = 300;

/** Letter by letter; undefined when it takes more differences than are looked for. */
function shortestSteps(from: readonly string[], to: readonly string[]): Step[] | undefined {
  const most = Math.min(from.length + to.length, MOST_DIFFERENCES);
  /** by diagonal (x − y): how far into `from` one gets with so many differences */
  let reach = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    const next = new Map<number, number>();
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = comesFromAbove(reach, diagonal, differences)
        ? (reach.get(diagonal + 1) ?? 0)
        : (reach.get(diagonal - 1) ?? 0) + 1;
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= from.length && x - diagonal >= to.length) return walkBack(from, to, [...trail, reach]);
    }
    trail.push(reach);
    reach = next;
  }
  return undefined;
}

/** Whether the furthest way to a diagonal ends with an insertion, else with a removal. */
const comesFromAbove = (reach: ReadonlyMap<number, number>, diagonal: number, differences: number): boolean =>
  diagonal === -differences ||
  (diagonal !== differences && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));

function walkBack(from: readonly string[], to: readonly string[], trail: readonly Map<number, number>[]): Step[] {
  const steps: Step[] = [];
  let [x, y] = [from.length, to.length];
  for (let differences = trail.length - 1; differences >= 0; differences -= 1) {
    const reach = trail[differences] ?? new Map<number, number>();
    const isInsertion = comesFromAbove(reach, x - y, differences);
    const diagonal = x - y + (isInsertion ? 1 : -1);
    const startX = differences === 0 ? 0 : (reach.get(diagonal) ?? 0);
    const startY = differences === 0 ? 0 : startX - diagonal;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      steps.push(["keep", from[x] ?? ""]);
    }
    if (differences === 0) break;
    steps.push(isInsertion ? ["insert", to[y - 1] ?? ""] : ["remove", from[x - 1] ?? ""]);
    [x, y] = [startX, startY];
  }
  return steps.toReversed();
}

/** Puts letters that were kept, removed and inserted, in order, into a change. */
export function toChange(steps: readonly Step[]): TextChange {
  const change: ({ keep: number } | { remove: number } | { insert: string })[] = [];
  for (const [doing, letter] of steps) {
    const last = change.at(-1);
    if (doing === "keep") {
      if (last && "keep" in last) last.keep += letter.length;
      else change.push({ keep: letter.length });
    } else if (doing === "remove") {
      if (last && "remove" in last) last.remove += letter.length;
      else change.push({ remove: letter.length });
    } else if (last && "insert" in last) last.insert += letter;
    else change.push({ insert: letter });
  }
  const last = change.at(-1);
  if (last && "keep" in last) change.pop();
  return change;
}

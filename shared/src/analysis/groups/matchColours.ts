/**
 * Gives groups the colours they had: each takes that of the earlier group with which it shares most people, all together as well as can be; a
 * new group takes the lowest colour left.
 * @param groups members of each, by name
 * @param before colour of a person in the earlier groups
 * @returns a colour from 0 for each group, none twice
 */
export function matchColours(
  groups: readonly (readonly string[])[],
  before: ReadonlyMap<string, number>,
): readonly number[] {
  const shared = groups.map((members) => {
    const counts = new Map<number, number>();
    for (const person of members) {
      const colour = before.get(person);
      if (colour !== undefined) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return counts;
  });
  const known = [...new Set(shared.flatMap((counts) => [...counts.keys()]))].toSorted((a, b) => a - b);
  const { colours } = assign(0, shared, known, new Set());
  const taken = new Set(colours);
  let next = 0;
  return colours.map((colour) => {
    if (colour !== undefined) return colour;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  });
}

interface Assignment {
  readonly overlap: number;
  readonly colours: readonly (number | undefined)[];
}

/** All ways, as groups are few: at most five. */
function assign(
  group: number,
  shared: readonly ReadonlyMap<number, number>[],
  known: readonly number[],
  taken: ReadonlySet<number>,
): Assignment {
  const counts = shared[group];
  if (counts === undefined) return { overlap: 0, colours: [] };
  let best: Assignment | undefined;
  for (const colour of [...known, undefined]) {
    const gain = colour === undefined ? 0 : (counts.get(colour) ?? 0);
    if (colour !== undefined && (gain === 0 || taken.has(colour))) continue;
    const rest = assign(group + 1, shared, known, colour === undefined ? taken : new Set([...taken, colour]));
    const overlap = gain + rest.overlap;
    if (best === undefined || overlap > best.overlap) best = { overlap, colours: [colour, ...rest.colours] };
  }
  return best ?? { overlap: 0, colours: [] };
}

/** What an option can't be without, and what it can't be with; places of other options, others are ignored. */
export interface Constrained {
  readonly requires?: readonly number[] | undefined;
  readonly excludes?: readonly number[] | undefined;
}

/** Requirements and exclusions, followed to their end. */
export interface Constraints {
  /** all that must be taken with an option, itself first; undefined when these exclude each other */
  readonly together: readonly (readonly number[] | undefined)[];
  /** all that falls with an option when it is not taken, without itself */
  readonly dependents: readonly (readonly number[])[];
  /** all that exclude an option or that it excludes */
  readonly rivals: readonly (readonly number[])[];
}

/** An exclusion said on one of two options holds for both; requiring each other in a circle means all or none. */
export function followConstraints(options: readonly Constrained[]): Constraints {
  const isOption = (place: number) => Number.isInteger(place) && place >= 0 && place < options.length;
  const rivals = options.map(() => new Set<number>());
  for (const [option, { excludes = [] }] of options.entries())
    for (const rival of excludes.filter((place) => isOption(place) && place !== option)) {
      rivals[option]?.add(rival);
      rivals[rival]?.add(option);
    }
  const needed = options.map((_, option) => {
    const found = new Set([option]);
    for (const next of found) for (const place of options[next]?.requires ?? []) if (isOption(place)) found.add(place);
    return [...found];
  });
  const isPossible = (set: readonly number[]) => set.every((one) => set.every((other) => !rivals[one]?.has(other)));
  return {
    together: needed.map((set) => (isPossible(set) ? set : undefined)),
    dependents: options.map((_, option) =>
      options.flatMap((__, other) => (other !== option && needed[other]?.includes(option) ? [other] : [])),
    ),
    rivals: rivals.map((set) => [...set]),
  };
}

/** Options that requirements and exclusions tie together, in groups; an option that nothing ties is a group of its own. */
export function groupsOf({ dependents, rivals }: Constraints): readonly (readonly number[])[] {
  const groupOf = dependents.map((_, option) => option);
  const rootOf = (option: number): number => {
    let root = option;
    while (groupOf[root] !== root) root = groupOf[root] ?? root;
    return root;
  };
  for (const [option, tied] of dependents.entries())
    for (const other of [...tied, ...(rivals[option] ?? [])]) groupOf[rootOf(other)] = rootOf(option);
  const groups = new Map<number, number[]>();
  for (const option of dependents.keys()) {
    const root = rootOf(option);
    groups.set(root, [...(groups.get(root) ?? []), option]);
  }
  return [...groups.values()];
}

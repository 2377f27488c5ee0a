/**
 * All pairs, so that whoever stops early has compared every option about equally often: round after round each meets another one, and
 * stands as often first as second. (The circle of a tournament: one stays, the others go round.)
 */
export function pairsOf<Option>(options: readonly Option[]): readonly (readonly [Option, Option])[] {
  const seats: (Option | undefined)[] = options.length % 2 === 0 ? [...options] : [...options, undefined];
  const pairs: (readonly [Option, Option])[] = [];
  for (let round = 0; round < seats.length - 1; round += 1) {
    for (let table = 0; table < seats.length / 2; table += 1) {
      const [first, second] = [seats[table], seats[seats.length - 1 - table]];
      if (first === undefined || second === undefined) continue;
      pairs.push((round + table) % 2 === 0 ? [first, second] : [second, first]);
    }
    const last = seats.pop();
    seats.splice(1, 0, last);
  }
  return pairs;
}

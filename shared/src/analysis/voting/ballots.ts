/** One order of the options, and how many people gave it. */
export interface RankedBallot {
  /** places, best first; the options of one place are liked equally */
  readonly ranking: readonly (readonly string[])[];
  /** how many people voted so */
  readonly voters: number;
}

/** A ballot in numbers. */
export interface RankedPaper {
  /** place of each option, from 0, in the order of the options; what the ballot doesn't name stands behind all the rest */
  readonly placeOf: readonly number[];
  /** how many places it names; an option with this place is not named */
  readonly named: number;
  /** options from the best to the last named */
  readonly order: readonly number[];
  readonly voters: number;
}

/**
 * Reads ballots against the options. Options may tie, and may be missing: those stand together behind all that are named,
 * as on a ballot of Schulze's. What is no option is left out, of an option named twice its first place counts, and a ballot
 * without voters (0, below, or no finite number) is none.
 */
export function readBallots(options: readonly string[], ballots: readonly RankedBallot[]): readonly RankedPaper[] {
  const indexOf = new Map(options.map((option, index) => [option, index]));
  return ballots
    .filter(({ voters }) => Number.isFinite(voters) && voters > 0)
    .map(({ ranking, voters }) => {
      const placeOf = options.map(() => -1);
      const order: number[] = [];
      let named = 0;
      for (const place of ranking) {
        const before = order.length;
        for (const option of place) {
          const index = indexOf.get(option);
          if (index === undefined || placeOf[index] !== -1) continue;
          placeOf[index] = named;
          order.push(index);
        }
        if (order.length > before) named += 1;
      }
      return { placeOf: placeOf.map((place) => (place === -1 ? named : place)), named, order, voters };
    });
}

import { readVote, type VoteTable } from "./votes.ts";

/** What votes have in common, statement by statement. */
export interface Covariance {
  /** mean vote of each statement over those who voted on it; 0 where nobody did, and where moderated out */
  readonly center: readonly number[];
  /** Σ over people of (vote − center)(vote − center), row by row; who has not seen one of both adds nothing, as if at the mean */
  readonly sums: Float64Array;
}

/**
 * Counted in whole numbers and only then made fractions: the same digits in whatever order people come.
 * @param isOut columns that count as 0 for everybody, seen or not
 */
export function readCovariance(table: VoteTable, isOut: (statement: number) => boolean): Covariance {
  const size = table.statements.length;
  const [votes, both, mine] = [0, 1, 2].map(() => new Float64Array(size * size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  table.people.forEach((_, person) => {
    const seen: number[] = [];
    const said: number[] = [];
    for (let statement = 0; statement < size; statement += 1) {
      const vote = isOut(statement) ? undefined : readVote(table, person, statement);
      if (vote === undefined) continue;
      seen.push(statement);
      said.push(vote);
    }
    for (let i = 0; i < seen.length; i += 1) {
      const row = (seen[i] ?? 0) * size;
      const vote = said[i] ?? 0;
      for (let j = 0; j < seen.length; j += 1) {
        const at = row + (seen[j] ?? 0);
        both[at] = (both[at] ?? 0) + 1;
        if (vote === 0) continue;
        votes[at] = (votes[at] ?? 0) + vote * (said[j] ?? 0);
        mine[at] = (mine[at] ?? 0) + vote;
      }
    }
  });
  const center = table.statements.map((_, at) => {
    const seen = both[at * size + at] ?? 0;
    return seen === 0 ? 0 : (mine[at * size + at] ?? 0) / seen;
  });
  const sums = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1) {
      const [at, back] = [a * size + b, b * size + a];
      const [ofA, ofB] = [center[a] ?? 0, center[b] ?? 0];
      // in this order it is the same for (a, b) and (b, a)
      sums[at] = (votes[at] ?? 0) + (both[at] ?? 0) * (ofA * ofB) - (ofB * (mine[at] ?? 0) + ofA * (mine[back] ?? 0));
    }
  return { center, sums };
}

/**
 * An order of the statements that doesn't depend on the one they came in: by their own variance, center, then all they have in common with
 * others. Statements that are the same in all of it stay as they came.
 */
export function orderByContent({ center, sums }: Covariance): readonly number[] {
  const size = center.length;
  const rows = center.map((_, at) => sums.slice(at * size, (at + 1) * size).sort());
  const compare = (a: number, b: number): number => {
    const own = (sums[b * size + b] ?? 0) - (sums[a * size + a] ?? 0) || (center[b] ?? 0) - (center[a] ?? 0);
    if (own !== 0) return own;
    const [left, right] = [rows[a], rows[b]];
    for (let at = 0; at < size; at += 1) {
      const other = (left?.[at] ?? 0) - (right?.[at] ?? 0);
      if (other !== 0) return other;
    }
    return 0;
  };
  return center.map((_, at) => at).toSorted(compare);
}

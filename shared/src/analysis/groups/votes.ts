/** Agrees, passes, disagrees; null: has not seen the statement. */
export type Vote = 1 | 0 | -1 | null;

/** Who said what: one row a person, one column a statement. A cell that is missing or none of the votes counts as not seen. */
export interface VoteTable {
  readonly people: readonly string[];
  readonly statements: readonly string[];
  readonly votes: readonly (readonly Vote[])[];
}

/** Votes on one statement; `seen` has the passes too. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly seen: number;
}

/** One vote, or undefined where it was not seen. */
export function readVote(table: VoteTable, person: number, statement: number): 1 | 0 | -1 | undefined {
  const vote = table.votes[person]?.[statement];
  return vote === 1 || vote === 0 || vote === -1 ? vote : undefined;
}

/** Statements that each person has voted on, passes included; in the order of `people`. */
export const countVotes = (table: VoteTable): readonly number[] =>
  table.people.map(
    (_, person) => table.statements.filter((__, at) => readVote(table, person, at) !== undefined).length,
  );

/**
 * Votes on each statement, in the order of `statements`.
 * @param people indexes of those who count
 */
export function tally(table: VoteTable, people: Iterable<number>): readonly Tally[] {
  const counts = table.statements.map(() => ({ agree: 0, disagree: 0, seen: 0 }));
  for (const person of people)
    counts.forEach((count, statement) => {
      const vote = readVote(table, person, statement);
      if (vote === undefined) return;
      count.seen += 1;
      if (vote === 1) count.agree += 1;
      if (vote === -1) count.disagree += 1;
    });
  return counts;
}

import { chooseGroups, type GroupCountMemory } from "./chooseGroups.ts";
import { findConsensus, groupConsensus, priorityOf, type Consensus } from "./consensus.ts";
import { matchColours } from "./matchColours.ts";
import { readOpinionSpace, type Point } from "./opinionSpace.ts";
import { shareOf } from "./proportions.ts";
import { findRepresentative, type Representative } from "./representative.ts";
import { countVotes, tally, type Tally, type VoteTable } from "./votes.ts";

/** People who vote alike. Never fewer than five: below, a vote would tell whose it is. */
export interface OpinionGroup {
  /** from 0; stays with the group as people come and change their minds */
  readonly colour: number;
  readonly size: number;
  /** where they stand, without names, from left to right */
  readonly points: readonly Point[];
  /** what tells them from the others */
  readonly representative: readonly Representative[];
}

/** What votes say of one statement. */
export interface StatementOpinion {
  readonly all: Tally;
  /** one a group, in the order of `groups` */
  readonly byGroup: readonly Tally[];
  /** product over groups of (agree + 1)/(seen + 2), 0 to 1; undefined without groups */
  readonly consensus: number | undefined;
  /** largest less smallest (agree + 1)/(seen + 2) of a group, 0 to 1; undefined without groups */
  readonly divide: number | undefined;
  /** how much is learnt from showing it next, ≥ 0 */
  readonly priority: number;
}

/** What the next call must be told for groups to stay what they are. It knows people: it is kept, never shown. */
export interface GroupMemory {
  readonly count?: GroupCountMemory;
  /** who was placed once stays in, however many statements are added */
  readonly placed: ReadonlySet<string>;
  /** colour of each person's group */
  readonly colours: ReadonlyMap<string, number>;
}

export interface OpinionGroups {
  /** `too-few`: fewer than 15 people; `unclear`: nobody stands apart enough to speak of groups, and `groups` is empty in both */
  readonly outcome: "groups" | "unclear" | "too-few";
  /** people who voted enough to be placed */
  readonly placed: number;
  /** placed people in groups of fewer than five, of which nothing is shown */
  readonly hidden: number;
  /** mean silhouette of the groups found, −1 to 1; undefined when none were looked for */
  readonly silhouette: number | undefined;
  readonly groups: readonly OpinionGroup[];
  /** one a statement, in the order given */
  readonly statements: readonly StatementOpinion[];
  readonly consensusAgree: readonly Consensus[];
  readonly consensusDisagree: readonly Consensus[];
  readonly memory: GroupMemory;
}

export interface OpinionOptions {
  /** statements that take no part */
  readonly moderatedOut?: ReadonlySet<string>;
  /** statements about people rather than the matter */
  readonly meta?: ReadonlySet<string>;
  readonly memory?: GroupMemory;
  /** of the k-means; 1 when not given */
  readonly seed?: number;
}

/** Votes that a person needs to be placed. */
const ENOUGH_VOTES = 7;
const ENOUGH_PEOPLE = 15;
const CLEAR = 0.25;
const SMALLEST_GROUP = 5;

/**
 * Who thinks alike, what tells groups apart, and what unites them, from votes on statements.
 *
 * The same votes give the same groups, whatever the order and names of people; the order of statements decides only ties, and which way round the
 * axes lie. Nobody, no statement or no difference of opinion is said by `outcome`.
 * @see Small et al. 2021, as in `readOpinionSpace`; formulas as published, code our own
 */
export function findOpinionGroups(table: VoteTable, options: OpinionOptions = {}): OpinionGroups {
  const { memory, seed = 1 } = options;
  const isOut = (at: number) => options.moderatedOut?.has(table.statements[at] ?? "") ?? false;
  const isMeta = (at: number) => options.meta?.has(table.statements[at] ?? "") ?? false;
  const space = readOpinionSpace(table, isOut);
  const placed = choosePeople(table, memory?.placed);
  const points = placed.map((person) => space.positions[person] ?? ([0, 0] as const));
  const found = placed.length < ENOUGH_PEOPLE ? undefined : chooseGroups(points, memory?.count, seed);
  const gathered = found && found.silhouette >= CLEAR ? gather(placed, found.groupOf) : [];
  const shown = gathered.filter((members) => members.length >= SMALLEST_GROUP);
  const members = shown.length < 2 ? [] : shown;
  const colours = matchColours(
    members.map((group) => group.map((person) => table.people[person] ?? "")),
    memory?.colours ?? new Map<string, number>(),
  );
  const votes = members.map((group) => tally(table, group));
  const groups = members.map((group, at) => ({
    colour: colours[at] ?? at,
    size: group.length,
    points: group.map((person) => space.positions[person] ?? ([0, 0] as const)).toSorted(fromLeft),
    representative: findRepresentative(votes[at] ?? [], sumOf(votes.filter((_, other) => other !== at)), isOut),
  }));
  const all = tally(table, table.people.keys());
  const inGroups = members.length === 0 ? tally(table, placed) : sumOf(votes);
  const nobody: Tally = { agree: 0, disagree: 0, seen: 0 };
  return {
    outcome: placed.length < ENOUGH_PEOPLE ? "too-few" : members.length === 0 ? "unclear" : "groups",
    placed: placed.length,
    hidden: members.length === 0 ? 0 : placed.length - members.flat().length,
    silhouette: found?.silhouette,
    groups,
    statements: table.statements.map((_, at): StatementOpinion => {
      const byGroup = votes.map((group) => group[at] ?? nobody);
      const shares = byGroup.map(({ agree, seen }) => shareOf(agree, seen));
      const isTold = byGroup.length > 0 && !isOut(at);
      return {
        all: all[at] ?? nobody,
        byGroup,
        consensus: isTold ? groupConsensus(byGroup) : undefined,
        divide: isTold ? Math.max(...shares) - Math.min(...shares) : undefined,
        priority: isOut(at) ? 0 : priorityOf(inGroups[at] ?? nobody, space.extremity[at] ?? 0, isMeta(at)),
      };
    }),
    consensusAgree: findConsensus(all, "agree", isOut),
    consensusDisagree: findConsensus(all, "disagree", isOut),
    memory: {
      ...(found ? { count: found.memory } : memory?.count && { count: memory.count }),
      placed: new Set(placed.map((person) => table.people[person] ?? "")),
      colours:
        members.length === 0 ? (memory?.colours ?? new Map<string, number>()) : colourOf(table, members, colours),
    },
  };
}

/**
 * Who is placed: who has voted on seven statements (on all, when there are fewer), and who was before. When these are fewer than fifteen, the most
 * active others up to fifteen; who ties for the last place comes in too.
 * @returns indexes in the order of `people`
 */
function choosePeople(table: VoteTable, before: ReadonlySet<string> | undefined): readonly number[] {
  const counts = countVotes(table);
  const enough = Math.min(ENOUGH_VOTES, table.statements.length);
  const isIn = (person: number) =>
    (counts[person] ?? 0) > 0 &&
    ((counts[person] ?? 0) >= enough || (before?.has(table.people[person] ?? "") ?? false));
  const missing = ENOUGH_PEOPLE - counts.filter((_, person) => isIn(person)).length;
  const others = counts.filter((count, person) => count > 0 && !isIn(person)).toSorted((a, b) => b - a);
  const least = missing > 0 ? (others[Math.min(missing, others.length) - 1] ?? Infinity) : Infinity;
  return [...table.people.keys()].filter(
    (person) => isIn(person) || ((counts[person] ?? 0) > 0 && (counts[person] ?? 0) >= least),
  );
}

/** Largest first; equals from left to right, as they are numbered. */
function gather(people: readonly number[], groupOf: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  people.forEach((person, at) => (groups[groupOf[at] ?? 0] ??= []).push(person));
  return [...groups].filter((group) => group !== undefined).toSorted((a, b) => b.length - a.length);
}

const fromLeft = (a: Point, b: Point): number => a[0] - b[0] || a[1] - b[1];

/** Statement by statement; empty of nothing. */
function sumOf(tallies: readonly (readonly Tally[])[]): readonly Tally[] {
  return (tallies[0] ?? []).map((_, at) =>
    tallies.reduce(
      (sum, group) => ({
        agree: sum.agree + (group[at]?.agree ?? 0),
        disagree: sum.disagree + (group[at]?.disagree ?? 0),
        seen: sum.seen + (group[at]?.seen ?? 0),
      }),
      { agree: 0, disagree: 0, seen: 0 },
    ),
  );
}

const colourOf = (
  table: VoteTable,
  members: readonly (readonly number[])[],
  colours: readonly number[],
): ReadonlyMap<string, number> =>
  new Map(
    members.flatMap((group, at) =>
      group.map((person): [string, number] => [table.people[person] ?? "", colours[at] ?? at]),
    ),
  );

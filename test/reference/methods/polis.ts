import {
  adjustedRandIndex,
  countVotes,
  findConsensus,
  findRepresentative,
  groupConsensus,
  kMeans,
  meanSilhouette,
  priorityOf,
  readOpinionSpace,
  silhouettesOf,
  tally,
  twoProportionTest,
  type Point,
  type VoteTable,
} from "@palabre/shared/analysis/groups";
import { z } from "zod";
import { defineMethod, type Answer } from "../method.ts";
import { figures, labels, squareMatrix } from "../schemas.ts";

const count = z.number().int().min(0);
const vote = z.union([z.literal(1), z.literal(0), z.literal(-1), z.null()]);
const conversation = z
  .strictObject({
    participants: labels,
    statements: labels,
    votes: z.array(z.array(vote)),
    moderatedOut: labels,
    groups: z.record(z.string(), z.string()),
    meta: labels.optional(),
    groupCount: z.number().int().min(1).optional(),
  })
  .refine(({ participants, votes }) => votes.length === participants.length, "votes need a row for each participant")
  .refine(
    ({ statements, votes }) => votes.every((row) => row.length === statements.length),
    "votes need a column for each statement",
  );
const proportions = z.strictObject({
  twoProportions: z.strictObject({ successesIn: count, trialsIn: count, successesOut: count, trialsOut: count }),
});
const clusters = z
  .strictObject({ distances: squareMatrix, clusters: z.array(z.array(count)) })
  .refine(
    ({ distances, clusters: lists }) =>
      lists.flat().every((row) => row < distances.length) && new Set(lists.flat()).size === lists.flat().length,
    "a cluster names no row, or a row twice",
  );

const seen = z.strictObject({ agree: count, disagree: count, seen: count }).partial();
const consensus = z
  .strictObject({ statement: z.string(), successes: count, trials: count, pSuccess: z.number(), pTest: z.number() })
  .partial();
const representative = consensus.extend({
  side: z.enum(["agree", "disagree"]).optional(),
  representativeness: z.number().optional(),
  representativenessTest: z.number().optional(),
});
const pair = z.array(z.number()).length(2);

export const polis = defineMethod({
  name: "polis",
  input: z.union([conversation, proportions, clusters]),
  expected: z
    .strictObject({
      voteCounts: figures,
      groupSizes: figures,
      center: figures,
      axes: z.array(z.array(z.number())).length(2),
      positions: z.record(z.string(), pair),
      extremity: figures,
      groupVotes: z.record(z.string(), z.record(z.string(), seen)),
      groupConsensus: figures,
      representative: z.record(z.string(), z.array(representative)),
      consensusAgree: z.array(consensus),
      consensusDisagree: z.array(consensus),
      priorities: figures,
      silhouettes: figures,
      silhouette: z.number(),
      adjustedRandIndexAtLeast: z.number(),
      twoProportionZ: z.number(),
    })
    .partial(),
  compute(input) {
    if ("twoProportions" in input) {
      const { successesIn, trialsIn, successesOut, trialsOut } = input.twoProportions;
      return { twoProportionZ: twoProportionTest(successesIn, trialsIn, successesOut, trialsOut) };
    }
    return "distances" in input ? answerClusters(input) : answerConversation(input);
  },
  // an axis has no natural sign
  sameAs: (answer) =>
    "axes" in answer
      ? [
          [1, 1],
          [1, -1],
          [-1, 1],
          [-1, -1],
        ].map((signs) => turn(answer, signs))
      : [answer],
});

function answerClusters({ distances, clusters: lists }: z.infer<typeof clusters>): Answer {
  const rows = lists.flat();
  const clusterOf = lists.flatMap((list, at) => list.map(() => at));
  const silhouettes = silhouettesOf(clusterOf, (a, b) => distances[rows[a] ?? 0]?.[rows[b] ?? 0] ?? 0);
  return { silhouettes: record(rows.map(String), silhouettes), silhouette: meanSilhouette(silhouettes) };
}

function answerConversation(input: z.infer<typeof conversation>): Answer {
  const { participants, statements, votes, moderatedOut, meta = [], groups, groupCount } = input;
  const table: VoteTable = { people: participants, statements, votes };
  const isOut = (at: number) => moderatedOut.includes(statements[at] ?? "");
  const { center, axes, positions, extremity } = readOpinionSpace(table, isOut);
  const groupOf = new Map(Object.entries(groups));
  const names = [...new Set(groupOf.values())];
  const placed = [...participants.keys()].filter((person) => groupOf.has(participants[person] ?? ""));
  const namesOf = placed.map((person) => groupOf.get(participants[person] ?? "") ?? "");
  const membersOf = (isMember: (name: string) => boolean) => placed.filter((_, at) => isMember(namesOf[at] ?? ""));
  const tallies = names.map((name) =>
    tally(
      table,
      membersOf((group) => group === name),
    ),
  );
  const points = placed.map((person): Point => positions[person] ?? [0, 0]);
  const silhouettes = silhouettesOf(
    namesOf.map((name) => names.indexOf(name)),
    (a, b) => Math.hypot((points[a]?.[0] ?? 0) - (points[b]?.[0] ?? 0), (points[a]?.[1] ?? 0) - (points[b]?.[1] ?? 0)),
  );
  const everybody = tally(table, participants.keys());
  const inGroups = tally(table, placed);
  const byId = <T extends { readonly statement: number }>(found: readonly T[]) =>
    found.map((one) => ({ ...one, statement: statements[one.statement] }));
  return {
    voteCounts: record(participants, countVotes(table)),
    groupSizes: record(
      names,
      names.map((name) => membersOf((group) => group === name).length),
    ),
    center: record(statements, center),
    axes,
    positions: record(participants, positions),
    extremity: record(statements, extremity),
    groupVotes: record(
      names,
      tallies.map((counts) => record(statements, counts)),
    ),
    groupConsensus: record(
      statements,
      statements.map((_, at) => groupConsensus(tallies.flatMap((counts) => counts[at] ?? []))),
    ),
    representative: record(
      names,
      names.map((name, at) => {
        const others = tally(
          table,
          membersOf((group) => group !== name),
        );
        return byId(findRepresentative(tallies[at] ?? [], others, isOut));
      }),
    ),
    consensusAgree: byId(findConsensus(everybody, "agree", isOut)),
    consensusDisagree: byId(findConsensus(everybody, "disagree", isOut)),
    priorities: record(
      statements,
      inGroups.map((counts, at) => priorityOf(counts, extremity[at] ?? 0, meta.includes(statements[at] ?? ""))),
    ),
    silhouettes: record(
      placed.map((person) => participants[person] ?? ""),
      silhouettes,
    ),
    silhouette: meanSilhouette(silhouettes),
    adjustedRandIndex: adjustedRandIndex(namesOf, kMeans(points, groupCount ?? names.length).clusterOf),
  };
}

const record = <T>(names: readonly string[], values: readonly T[]): Readonly<Record<string, T | undefined>> =>
  Object.fromEntries(names.map((name, at) => [name, values[at]]));

function turn(answer: Answer, signs: readonly number[]): Answer {
  const [axes, positions] = [answer["axes"], answer["positions"]] as [readonly number[][], Record<string, number[]>];
  const sign = (at: number) => signs[at] ?? 1;
  return {
    ...answer,
    axes: axes.map((axis, at) => axis.map((loading) => sign(at) * loading)),
    positions: Object.fromEntries(
      Object.entries(positions).map(([name, point]) => [name, point.map((place, at) => sign(at) * place)]),
    ),
  };
}

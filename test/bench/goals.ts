import type { Figures } from "./row.ts";
import type { TargetName } from "./targets.ts";

/** The medians of one row, by server. */
export type Medians = Readonly<Partial<Record<TargetName, Figures>>>;

export interface Outcome {
  readonly goal: string;
  /** what came out in its place */
  readonly got: string;
  readonly holds: boolean;
}

/** What we go for, each against what was measured in the same run. */
export interface Goal {
  readonly row: string;
  judge(medians: Medians): Outcome | undefined;
}

const of = (medians: Medians, target: TargetName, figure: string): number | undefined => medians[target]?.[figure];
const times = (ratio: number): string => `${ratio.toPrecision(2)} ×`;

/** Our figure over theirs, at most (or at least) so much. */
const ratioGoal = (
  row: string,
  figure: string,
  peer: TargetName,
  limit: number,
  better: "lower" | "higher" = "lower",
): Goal => ({
  row,
  judge: (medians) => {
    const ours = of(medians, "palabre", figure);
    const theirs = of(medians, peer, figure);
    if (ours === undefined || theirs === undefined) return undefined;
    const ratio = ours / theirs;
    return {
      goal: `${figure} ${better === "lower" ? "≤" : "≥"} ${limit} × ${peer}`,
      got: times(ratio),
      // a peer that never got there at all is beaten by any figure
      holds: better === "lower" ? ratio <= limit : ratio >= limit,
    };
  },
});

const limitGoal = (row: string, figure: string, limit: number, unit: string): Goal => ({
  row,
  judge: (medians) => {
    const ours = of(medians, "palabre", figure);
    if (ours === undefined) return undefined;
    return { goal: `${figure} ≤ ${limit} ${unit}`, got: `${ours.toPrecision(3)} ${unit}`, holds: ours <= limit };
  },
});

const readersGoal: Goal = {
  row: "readers",
  judge: (medians) => {
    const [ours, theirs, commit] = [
      of(medians, "palabre", "p50"),
      of(medians, "relay", "p50"),
      of(medians, "palabre", "commit"),
    ];
    if (ours === undefined || theirs === undefined || commit === undefined) return undefined;
    const limit = 1.3 * theirs + commit;
    return {
      goal: `p50 ≤ 1.3 × relay + one commit (${commit.toFixed(2)} ms) = ${limit.toFixed(2)} ms`,
      got: `${ours.toFixed(2)} ms`,
      holds: ours <= limit,
    };
  },
};

const ownApplyGoal: Goal = {
  row: "coldOpen",
  judge: (medians) => {
    const [ours, apply] = [of(medians, "palabre", "ms"), of(medians, "palabre", "applyMs")];
    if (ours === undefined || apply === undefined) return undefined;
    return { goal: "ms ≤ 1.3 × the client's own applyUpdate", got: times(ours / apply), holds: ours <= 1.3 * apply };
  },
};

export const GOALS: readonly Goal[] = [
  readersGoal,
  ratioGoal("writers20", "cpuPerDelivery", "relay", 1.2),
  ratioGoal("writers50", "p95", "ywss", 1 / 20),
  ratioGoal("writers50", "p95", "hocuspocus", 1 / 2),
  ratioGoal("writers50", "cpuPerDelivery", "relay", 0.7),
  ratioGoal("writers50", "cpuPerDelivery", "ywss", 0.4),
  limitGoal("writers50", "savedP95", 500, "ms"),
  ratioGoal("most", "perSecond", "ywss", 4, "higher"),
  ratioGoal("most", "perSecond", "hocuspocus", 1.2, "higher"),
  ratioGoal("most", "cpuPerDelivery", "hocuspocus", 1),
  limitGoal("memory", "kbPerRoom", 40, "KB"),
  limitGoal("memory", "heapKbPerEvicted", 1, "KB"),
  ratioGoal("coldOpen", "ms", "ywss", 0.5),
  ownApplyGoal,
  limitGoal("disk", "ratio", 1.3, "×"),
  limitGoal("disk", "lost", 0, "moves"),
  limitGoal("kill", "lost", 0, "of 200"),
  limitGoal("phases", "p95", 500, "ms"),
  ...["tinyStructs", "heavyUpdates", "questions", "gaps", "presence", "ghosts", "lies"].map((attack) =>
    limitGoal("hostile", attack, 1_500, "ms"),
  ),
];

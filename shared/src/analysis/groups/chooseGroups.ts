import { kMeans } from "./kMeans.ts";
import type { Point } from "./opinionSpace.ts";
import { meanSilhouette, silhouettesOf } from "./silhouette.ts";

/** How many groups there were, and which other number is about to follow. */
export interface GroupCountMemory {
  readonly count: number;
  /** the number that was best since */
  readonly leading: number;
  /** how many times in a row */
  readonly wins: number;
}

/** People shared out among groups that were found. */
export interface ChosenGroups {
  /** group of each point, from 0 */
  readonly groupOf: readonly number[];
  /** mean over people, −1 to 1 */
  readonly silhouette: number;
  readonly memory: GroupCountMemory;
}

const BASE_CLUSTERS = 100;
const MOST_GROUPS = 5;
/** A new number of groups must be best so many times in a row. */
const WINS = 4;

/**
 * Finds the groups among points: above a hundred, near ones are first put together; then k-means for 2 to 5 groups (fewer below 36 points), and the number
 * with the best mean silhouette, the smaller of equals. A number that was settled stays until another was best four times in a row.
 * Mirroring the points changes nothing, but which of two camps that mirror each other comes first. Groups are numbered from one side to the other.
 * @param memory of the last time
 * @returns undefined when all points are one
 */
export function chooseGroups(given: readonly Point[], memory?: GroupCountMemory, seed = 1): ChosenGroups | undefined {
  const points = turnUpright(given);
  const base =
    points.length > BASE_CLUSTERS
      ? kMeans(points, BASE_CLUSTERS, { seed, starts: 1 })
      : { clusterOf: points.map((_, at) => at), centers: points };
  const weights = base.centers.map(() => 0);
  for (const cluster of base.clusterOf) weights[cluster] = (weights[cluster] ?? 0) + 1;
  const distance = (a: number, b: number) => {
    const [from, to] = [base.centers[a] ?? [0, 0], base.centers[b] ?? [0, 0]];
    return Math.hypot(from[0] - to[0], from[1] - to[1]);
  };
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(base.centers.length / 12));
  const tried = Array.from({ length: most - 1 }, (_, at) => {
    const { clusterOf, centers } = kMeans(base.centers, at + 2, { weights, seed, starts: 20 });
    const silhouette = meanSilhouette(silhouettesOf(clusterOf, distance, weights), weights);
    return { count: centers.length, groupOf: base.clusterOf.map((cluster) => clusterOf[cluster] ?? 0), silhouette };
  }).filter(({ count }, at) => count === at + 2);
  const [best] = tried.toSorted((a, b) => b.silhouette - a.silhouette);
  if (!best) return undefined;
  const next = remember(best.count, memory);
  const chosen = tried.find(({ count }) => count === next.count) ?? best;
  return {
    groupOf: chosen.groupOf,
    silhouette: chosen.silhouette,
    memory: chosen.count === next.count ? next : { count: chosen.count, leading: chosen.count, wins: 0 },
  };
}

/** Each axis so that the longer tail is on the right. */
function turnUpright(points: readonly Point[]): readonly Point[] {
  const [x, y] = [tailOf(points.map(([along]) => along)), tailOf(points.map(([, across]) => across))];
  return points.map((point) => [x * point[0], y * point[1]]);
}

/** Below this part of the sum of their sizes, a sum is what rounding left of nothing, and its sign hangs on the order of people. */
const ROUNDING = 1e-9;

/** −1 where the longer tail is on the left; camps that mirror each other stay as they lie. */
function tailOf(places: readonly number[]): 1 | -1 {
  for (const power of [3, 5]) {
    const powers = places.map((place) => place ** power);
    const sum = powers.reduce((total, each) => total + each, 0);
    const size = powers.reduce((total, each) => total + Math.abs(each), 0);
    if (Math.abs(sum) > ROUNDING * size) return sum < 0 ? -1 : 1;
  }
  return 1;
}

function remember(best: number, memory: GroupCountMemory | undefined): GroupCountMemory {
  const settled = { count: best, leading: best, wins: 0 };
  if (memory === undefined || memory.count === best) return settled;
  const wins = memory.leading === best ? memory.wins + 1 : 1;
  return wins >= WINS ? settled : { count: memory.count, leading: best, wins };
}

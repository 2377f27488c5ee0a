import { createRandom, type Random } from "../statistics/index.ts";
import type { Point } from "./opinionSpace.ts";

/** Points shared out among clusters. */
export interface Clustering {
  /** cluster of each point, numbered from 0 */
  readonly clusterOf: readonly number[];
  readonly centers: readonly Point[];
  /** Σ weight × squared distance to the center */
  readonly inertia: number;
}

export interface KMeansOptions {
  /** how many one point counts for; 1 when not given */
  readonly weights?: readonly number[];
  readonly seed?: number;
  /** the best of so many; 10 when not given */
  readonly starts?: number;
}

const ROUNDS = 100;

/**
 * k-means by Lloyd's rounds from seeded k-means++ starts; the start with the smallest inertia wins, the first of equals.
 *
 * The same points give the same clusters in whatever order they come. Clusters are numbered from left to right, by their leftmost point.
 * @param k how many clusters; fewer come when there are fewer different points
 * @see Arthur, Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007
 */
export function kMeans(points: readonly Point[], k: number, options: KMeansOptions = {}): Clustering {
  const { weights, seed = 1, starts = 10 } = options;
  const weigh = (at: number) => weights?.[at] ?? 1;
  const order = points
    .map((_, at) => at)
    .toSorted(
      (a, b) =>
        pointAt(points, a)[0] - pointAt(points, b)[0] ||
        pointAt(points, a)[1] - pointAt(points, b)[1] ||
        weigh(a) - weigh(b),
    );
  const sorted = order.map((at) => pointAt(points, at));
  const sortedWeights = order.map(weigh);
  const random = createRandom(seed);
  let best: Clustering = { clusterOf: [], centers: [], inertia: Infinity };
  for (let start = 0; start < Math.max(1, starts); start += 1) {
    const found = settle(sorted, sortedWeights, chooseStarts(sorted, sortedWeights, k, random));
    if (found.inertia < best.inertia) best = found;
  }
  return renumber(best, order);
}

const pointAt = (points: readonly Point[], at: number): Point => points[at] ?? [0, 0];
const squared = (a: Point, b: Point): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;

/** Each next one is drawn the likelier, the farther it is from those drawn; ends when no point is off them all. */
function chooseStarts(
  points: readonly Point[],
  weights: readonly number[],
  k: number,
  random: Random,
): readonly Point[] {
  const starts: Point[] = [];
  const away = points.map(() => 1);
  while (starts.length < k) {
    const chances = away.map((distance, at) => distance * (weights[at] ?? 1));
    const total = chances.reduce((sum, chance) => sum + chance, 0);
    if (!(total > 0)) break;
    let left = random.next() * total;
    const drawn = chances.findIndex((chance) => (left -= chance) < 0);
    // rounding may leave a little after the last
    const start = pointAt(points, drawn >= 0 ? drawn : chances.findLastIndex((chance) => chance > 0));
    starts.push(start);
    points.forEach((point, at) => {
      const distance = squared(point, start);
      if (starts.length === 1 || distance < (away[at] ?? 0)) away[at] = distance;
    });
  }
  return starts;
}

function settle(points: readonly Point[], weights: readonly number[], starts: readonly Point[]): Clustering {
  let centers = starts;
  const clusterOf = points.map(() => -1);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    points.forEach((point, at) => {
      const nearest = nearestOf(point, centers);
      if (nearest === clusterOf[at]) return;
      clusterOf[at] = nearest;
      moved = true;
    });
    if (!moved) break;
    centers = centersOf(points, weights, clusterOf, centers);
  }
  const inertia = points.reduce(
    (sum, point, at) => sum + (weights[at] ?? 1) * squared(point, pointAt(centers, clusterOf[at] ?? 0)),
    0,
  );
  return { clusterOf, centers, inertia };
}

function nearestOf(point: Point, centers: readonly Point[]): number {
  let nearest = 0;
  let least = Infinity;
  for (let at = 0; at < centers.length; at += 1) {
    const distance = squared(point, pointAt(centers, at));
    if (distance >= least) continue;
    least = distance;
    nearest = at;
  }
  return nearest;
}

function centersOf(
  points: readonly Point[],
  weights: readonly number[],
  clusterOf: readonly number[],
  before: readonly Point[],
): readonly Point[] {
  const sums = before.map(() => ({ x: 0, y: 0, weight: 0 }));
  points.forEach(([x, y], at) => {
    const sum = sums[clusterOf[at] ?? 0];
    const weight = weights[at] ?? 1;
    if (!sum) return;
    sum.x += weight * x;
    sum.y += weight * y;
    sum.weight += weight;
  });
  // who lost all its points stays where it was
  return sums.map(({ x, y, weight }, at) => (weight > 0 ? [x / weight, y / weight] : pointAt(before, at)));
}

/** Back in the order given, empty clusters left out, numbers from left to right. */
function renumber({ clusterOf, centers, inertia }: Clustering, order: readonly number[]): Clustering {
  const used = [...new Set(clusterOf)];
  const byPoint = order.map(() => 0);
  order.forEach((point, at) => (byPoint[point] = used.indexOf(clusterOf[at] ?? 0)));
  return {
    clusterOf: byPoint,
    centers: used.map((cluster) => pointAt(centers, cluster)),
    inertia: order.length === 0 ? 0 : inertia,
  };
}

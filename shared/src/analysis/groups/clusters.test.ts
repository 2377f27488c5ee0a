import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseGroups, type GroupCountMemory } from "./chooseGroups.ts";
import { adjustedRandIndex, kMeans, meanSilhouette, silhouettesOf, type Point } from "./index.ts";

/** So many points about a place, a little apart. */
const blob = (x: number, y: number, count: number): readonly Point[] =>
  Array.from({ length: count }, (_, at): Point => [x + Math.cos(at) / 10, y + Math.sin(at) / 10]);

const coordinate = fc.integer({ min: -20, max: 20 });
const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 30 });

describe("k-means", () => {
  it("[M92] puts near points together", () => {
    const found = kMeans([...blob(9, 0, 3), ...blob(0, 0, 2), ...blob(0, 9, 4)], 3);
    expect(
      [found.clusterOf.slice(0, 3), found.clusterOf.slice(3, 5), found.clusterOf.slice(5)].map(
        (one) => new Set(one).size,
      ),
    ).toEqual([1, 1, 1]);
    expect(new Set(found.clusterOf).size).toBe(3);
    // by hand: two pairs, each 2 wide, so that each point is 1 from its center
    expect(
      kMeans(
        [
          [0, 0],
          [2, 0],
          [10, 0],
          [12, 0],
        ],
        2,
      ),
    ).toEqual({
      clusterOf: [0, 0, 1, 1],
      centers: [
        [1, 0],
        [11, 0],
      ],
      inertia: 4,
    });
    // a weight counts as so many points
    expect(
      kMeans(
        [
          [0, 0],
          [2, 0],
          [10, 0],
        ],
        2,
        { weights: [3, 1, 1] },
      ).centers,
    ).toEqual([
      [0.5, 0],
      [10, 0],
    ]);
  });

  it("[M98] gives fewer clusters than asked where there are fewer different points, and none of nothing", () => {
    expect(kMeans([], 3)).toEqual({ clusterOf: [], centers: [], inertia: 0 });
    expect(
      kMeans(
        [
          [1, 1],
          [1, 1],
        ],
        2,
      ),
    ).toEqual({ clusterOf: [0, 0], centers: [[1, 1]], inertia: 0 });
  });

  it("[M96] gives the same clusters whatever the order of points", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat()), (given, k, keys) => {
        const order = given.map((_, at) => ({ at, key: keys.next().value ?? 0 })).toSorted((a, b) => a.key - b.key);
        const straight = kMeans(given, k);
        const shuffled = kMeans(
          order.map(({ at }) => given[at] ?? [0, 0]),
          k,
        );
        expect(shuffled.clusterOf).toEqual(order.map(({ at }) => straight.clusterOf[at]));
        expect([shuffled.centers, shuffled.inertia]).toEqual([straight.centers, straight.inertia]);
      }),
    );
  });
});

describe("silhouettes", () => {
  it("[M92] are the distance to the next cluster less that to one's own, as a share of the larger", () => {
    // on a line at 0, 1, 5: for 0, a = 1 and b = 5; for 1, a = 1 and b = 4; alone: 0
    const places = [0, 1, 5];
    const distance = (a: number, b: number) => Math.abs((places[a] ?? 0) - (places[b] ?? 0));
    expect(silhouettesOf([0, 0, 1], distance)).toEqual([0.8, 0.75, 0]);
    expect(meanSilhouette([0.8, 0.75, 0])).toBeCloseTo(1.55 / 3, 12);
    expect(silhouettesOf([0, 0, 0], distance)).toEqual([0, 0, 0]);
    expect([silhouettesOf([], distance), meanSilhouette([])]).toEqual([[], 0]);
    expect(silhouettesOf([0, 0, 1], () => 0)).toEqual([0, 0, 0]);
  });

  it("[M92] of a point that stands for many are those of the many", () => {
    const places = [0, 1, 5];
    const many = [0, 0, 1, 5, 5, 5];
    const weights = [2, 1, 3];
    const between = (all: readonly number[]) => (a: number, b: number) => Math.abs((all[a] ?? 0) - (all[b] ?? 0));
    const few = silhouettesOf([0, 0, 1], between(places), weights);
    const each = silhouettesOf([0, 0, 0, 1, 1, 1], between(many));
    expect([each[0], each[2], each[3]]).toEqual(few);
    expect(meanSilhouette(few, weights)).toBeCloseTo(meanSilhouette(each), 12);
  });
});

describe("the agreement of two groupings", () => {
  it("[M99] is 1 for the same groups under other names, and corrected for chance", () => {
    expect(adjustedRandIndex([0, 0, 1, 1], ["b", "b", "a", "a"])).toBe(1);
    // by hand: 1 pair together in both, 2 and 1 in each, of 6: (1 − 1/3) / (3/2 − 1/3)
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(4 / 7, 12);
    // each group split evenly: less than chance
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
    expect([adjustedRandIndex([], []), adjustedRandIndex([1], [2]), adjustedRandIndex([1, 1], [2, 2])]).toEqual([
      1, 1, 1,
    ]);
  });
});

describe("the number of groups", () => {
  const four = [...blob(0, 0, 10), ...blob(9, 0, 10), ...blob(0, 9, 10), ...blob(9, 9, 10)];

  it("[M92] is the one with the best silhouette, at most 5 and at most 2 and one more for each twelve people", () => {
    expect(chooseGroups(four)?.memory).toEqual({ count: 4, leading: 4, wins: 0 });
    expect(new Set(chooseGroups([...blob(0, 0, 4), ...blob(9, 0, 4), ...blob(0, 9, 3)])?.groupOf).size).toBe(2);
    expect(new Set(chooseGroups([...blob(0, 0, 4), ...blob(9, 0, 4), ...blob(0, 9, 4)])?.groupOf).size).toBe(3);
  });

  it("[M92] changes once another was best four times in a row", () => {
    let memory: GroupCountMemory = { count: 2, leading: 2, wins: 0 };
    const counts = [1, 2, 3, 4].map(() => {
      const found = chooseGroups(four, memory);
      memory = found?.memory ?? memory;
      return new Set(found?.groupOf).size;
    });
    expect(counts).toEqual([2, 2, 2, 4]);
    // in a row: another best between begins anew, and so does the settled one
    const two = [...blob(0, 0, 20), ...blob(9, 0, 20)];
    expect(chooseGroups(four, { count: 2, leading: 3, wins: 3 })?.memory).toEqual({ count: 2, leading: 4, wins: 1 });
    expect(chooseGroups(two, { count: 2, leading: 4, wins: 3 })?.memory).toEqual({ count: 2, leading: 2, wins: 0 });
  });

  it("[M92] of more than a hundred people is found among base clusters", () => {
    const many = [...blob(0, 0, 400), ...blob(9, 0, 300), ...blob(0, 9, 200)];
    const found = chooseGroups(many);
    const truth = many.map((_, at) => (at < 400 ? 0 : at < 700 ? 1 : 2));
    expect(adjustedRandIndex(found?.groupOf ?? [], truth)).toBe(1);
    expect(found?.silhouette).toBeGreaterThan(0.95);
  });

  it("[M98] is none where all stand at one place", () => {
    expect([
      chooseGroups([]),
      chooseGroups([[1, 2]]),
      chooseGroups(Array.from({ length: 150 }, (): Point => [1, 1])),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

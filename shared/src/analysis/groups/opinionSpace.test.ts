import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestEigenpairs } from "./eigen.ts";
import { readOpinionSpace, type Vote, type VoteTable } from "./index.ts";

const tableOf = (votes: readonly (readonly Vote[])[], columns = votes[0]?.length ?? 0): VoteTable => ({
  people: votes.map((_, at) => `p${at}`),
  statements: Array.from({ length: columns }, (_, at) => `s${at}`),
  votes,
});
const close = (value: number) => expect.closeTo(value, 12) as number;

describe("the plane of opinions", () => {
  it("[M90] has the direction in which votes differ most as its first axis", () => {
    // by hand: center 0, Σ = [[4, −4], [−4, 4]], largest eigenvalue 8 with (1, −1)/√2, and nothing across
    const space = readOpinionSpace(
      tableOf([
        [1, -1],
        [1, -1],
        [-1, 1],
        [-1, 1],
      ]),
    );
    const half = Math.SQRT1_2;
    expect(space).toEqual({
      center: [0, 0],
      axes: [
        [close(half), close(-half)],
        [0, 0],
      ],
      positions: [
        [close(Math.SQRT2), 0],
        [close(Math.SQRT2), 0],
        [close(-Math.SQRT2), 0],
        [close(-Math.SQRT2), 0],
      ],
      // √2 · |1 · 1/√2|
      extremity: [close(1), close(1)],
      isTied: false,
    });
  });

  it("[M90] takes a missing vote for the mean, and does not draw who voted little to the middle", () => {
    // by hand: center 0, Σ = [[6, −4], [−4, 4]], largest eigenvalue 5 + √17 with (1 + √17, −4) made a unit
    const { axes, positions } = readOpinionSpace(
      tableOf([
        [1, -1],
        [1, -1],
        [-1, 1],
        [-1, 1],
        [1, null],
        [-1, null],
      ]),
    );
    const length = Math.hypot(1 + Math.sqrt(17), 4);
    const [first, second] = [(1 + Math.sqrt(17)) / length, -4 / length];
    expect(axes).toEqual([
      [close(first), close(second)],
      // across the first, its first loading positive too
      [close(-second), close(first)],
    ]);
    // one vote of two statements: √(2/1) times its own share
    expect(positions[4]).toEqual([close(Math.SQRT2 * first), close(Math.SQRT2 * -second)]);
    expect(positions[0]).toEqual([close(first - second), close(-second - first)]);
  });

  it("[M90] counts a column that is moderated out as zeros that everybody cast", () => {
    const votes: readonly Vote[][] = [
      [1, -1, 1],
      [-1, 1, 1],
      [1, null, -1],
      [-1, null, null],
    ];
    const { center, axes, positions, extremity } = readOpinionSpace(tableOf(votes), (at) => at === 2);
    expect([center[2], axes[0][2], axes[1][2], extremity[2]]).toEqual([0, 0, 0, 0]);
    // own votes 2 of 3: the first statement, and the one that is out; the same for who has not seen it
    const x = Math.sqrt(3 / 2) * (axes[0][0] ?? 0);
    expect([positions[2]?.[0], positions[3]?.[0]]).toEqual([close(x), close(-x)]);
  });

  it("[M98] is all zeros where opinions don't differ, and of nobody and nothing", () => {
    const zeros = (votes: readonly (readonly Vote[])[], columns: number) => readOpinionSpace(tableOf(votes, columns));
    expect(zeros([], 0)).toEqual({ center: [], axes: [[], []], positions: [], extremity: [], isTied: false });
    expect(zeros([], 2)).toMatchObject({
      center: [0, 0],
      axes: [
        [0, 0],
        [0, 0],
      ],
      extremity: [0, 0],
    });
    expect(zeros([[]], 0).positions).toEqual([[0, 0]]);
    expect(zeros([[1, 0, null], [1, 0, null], []], 3)).toEqual({
      center: [1, 0, 0],
      axes: [
        [0, 0, 0],
        [0, 0, 0],
      ],
      positions: [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      extremity: [0, 0, 0],
      isTied: false,
    });
  });

  it("[M98] says when a third direction is as good as the second", () => {
    // three statements, each of which divides four people in its own way: all three directions are worth the same
    const even = tableOf([
      [1, 1, 1],
      [1, -1, -1],
      [-1, 1, -1],
      [-1, -1, 1],
    ]);
    expect(readOpinionSpace(even).isTied).toBe(true);
  });
});

describe("the largest eigenvalues", () => {
  it("[M90] hold what they promise, for any symmetric matrix without negative ones", () => {
    const entries = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), entries, (size, raw) => {
        // BᵀB of any B has none
        const b = Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (__, j) => raw[(i * size + j) % raw.length] ?? 0),
        );
        const matrix = Float64Array.from({ length: size * size }, (_, at) =>
          b.reduce((sum, row) => sum + (row[Math.floor(at / size)] ?? 0) * (row[at % size] ?? 0), 0),
        );
        const trace = b.flat().reduce((sum, x) => sum + x * x, 0);
        const pairs = largestEigenpairs(matrix, size, 3).slice(0, 3);
        expect(pairs.length).toBe(Math.min(3, size));
        for (const { value, vector } of pairs) {
          const image = Array.from(vector, (_, i) =>
            vector.reduce((sum, x, j) => sum + x * (matrix[i * size + j] ?? 0), 0),
          );
          const off = Math.max(...image.map((x, i) => Math.abs(x - value * (vector[i] ?? 0))));
          expect(off).toBeLessThanOrEqual(1e-10 * Math.max(trace, 1));
        }
        const values = pairs.map(({ value }) => value);
        expect(values.toSorted((x, y) => y - x)).toEqual(values);
        // none is larger than the first: it is at least the length of any column
        const column = Math.max(...b.map((_, j) => Math.hypot(...b.map((__, i) => matrix[i * size + j] ?? 0))));
        expect((values[0] ?? 0) + 1e-9 * Math.max(trace, 1)).toBeGreaterThanOrEqual(column);
      }),
    );
  });
});

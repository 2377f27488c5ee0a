import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dematel } from "./dematel.ts";
import { classesOf, micmac, rankByValue, sharesOf } from "./micmac.ts";

const matrixOf = (size: fc.Arbitrary<number>) =>
  size.chain((n) =>
    fc
      .array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
      .map((rows) => rows.map((row, at) => row.map((value, to) => (at === to ? 0 : value)))),
  );
const times = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  a.map((row) => b.map((_, to) => row.reduce((sum, value, k) => sum + value * (b[k]?.[to] ?? 0), 0)));
const sumsOf = (m: readonly (readonly number[])[]) => ({
  influence: m.map((row) => row.reduce((sum, value) => sum + value, 0)),
  dependence: m.map((_, to) => m.reduce((sum, row) => sum + (row[to] ?? 0), 0)),
});

describe("MICMAC", () => {
  // a –3→ b, b –1→ c: M² holds only a → c with 3, M³ nothing
  const chain = [
    [0, 3, 0],
    [0, 0, 1],
    [0, 0, 0],
  ];
  it("[M10] adds up rows as influence and columns as dependence, of M and of its powers", () => {
    const { influence, dependence, powers, lastNonZeroPower, cumulated } = micmac(chain, 3);
    expect({ influence, dependence }).toEqual({ influence: [3, 1, 0], dependence: [0, 3, 1] });
    expect(powers.slice(1)).toEqual([
      { influence: [3, 0, 0], dependence: [0, 0, 3] },
      { influence: [0, 0, 0], dependence: [0, 0, 0] },
    ]);
    expect(lastNonZeroPower).toBe(2);
    expect(cumulated).toEqual({ influence: [6, 1, 0], dependence: [0, 3, 4] });
    expect(sharesOf(cumulated.influence)).toEqual([600 / 7, 100 / 7, 0]);
  });
  it("[M10] equals the sums of powers that are multiplied out", () => {
    fc.assert(
      fc.property(matrixOf(fc.integer({ min: 1, max: 6 })), (m) => {
        const cubed = times(times(m, m), m);
        expect(micmac(m, 3).powers.map((sums) => sums)).toEqual([sumsOf(m), sumsOf(times(m, m)), sumsOf(cubed)]);
      }),
    );
  });
  it("[M11] names drivers, relays, dependent and autonomous ones against the means, and says from where on the ranking stays", () => {
    // means of both are 4/3: a (3, 0), b (1, 3), c (0, 1)
    expect(classesOf(micmac(chain, 1))).toEqual(["driver", "dependent", "autonomous"]);
    expect(rankByValue([2, 5, 2])).toEqual([[1], [0, 2]]);
    // all alike, and the mean of three times 0.1 is a little more than 0.1 in binary
    expect(classesOf({ influence: [0.1, 0.1, 0.1], dependence: [0.1, 0.1, 0.1] })).toEqual(["relay", "relay", "relay"]);
    // a ⇄ b with 1 and 2: row sums 1, 2, then 2, 2, then 2, 4: to and fro for ever
    expect(
      micmac(
        [
          [0, 1],
          [2, 0],
        ],
        8,
      ).influenceStableFromPower,
    ).toBe(8);
    expect(
      micmac(
        [
          [0, 3, 1],
          [1, 0, 1],
          [1, 1, 0],
        ],
        8,
      ).influenceStableFromPower,
    ).toBe(1);
  });
  it("[M12] DEMATEL adds up chains of every length: X + X² + … = X (I − X)⁻¹", () => {
    const found = dematel(
      [
        [0, 2],
        [1, 0],
      ],
      "max-row-sum",
    );
    // X = [0 1; ½ 0], (I − X)⁻¹ = 2 · [1 1; ½ 1], T = [1 2; 1 1]
    expect(found?.totalRelation.map((row) => row.map((value) => Math.round(value * 1e9) / 1e9))).toEqual([
      [1, 2],
      [1, 1],
    ]);
    expect(found?.prominence.map(Math.round)).toEqual([5, 5]);
    expect(found?.relation.map(Math.round)).toEqual([1, -1]);
    expect(found?.threshold).toBeCloseTo(5 / 4, 9);
    expect(
      dematel(
        [
          [0, 1],
          [1, 0],
        ],
        "max-row-sum",
      ),
    ).toBeUndefined();
  });
  it("[M29] nothing acting on anything gives zeros, and no card nothing", () => {
    expect(micmac([], 3)).toMatchObject({ influence: [], dependence: [], lastNonZeroPower: 0 });
    expect(
      micmac(
        [
          [0, 0],
          [0, 0],
        ],
        2,
      ),
    ).toMatchObject({ influence: [0, 0], lastNonZeroPower: 0, influenceStableFromPower: 1 });
    expect(sharesOf([0, 0])).toBeUndefined();
    expect(dematel([], "max-row-sum")).toEqual({
      totalRelation: [],
      rowSums: [],
      columnSums: [],
      prominence: [],
      relation: [],
      threshold: undefined,
    });
    expect(
      dematel(
        [
          [0, 0],
          [0, 0],
        ],
        "max-row-or-column-sum",
      )?.threshold,
    ).toBe(0);
  });
});

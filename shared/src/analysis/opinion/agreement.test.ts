import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AGREEMENT_METRICS,
  computeAlpha,
  computeConcordance,
  computeConsensus,
  concordanceOf,
  readAgreement,
  readConcordance,
  readConsensus,
} from "./index.ts";

const grades = (rows: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const table = fc
  .record({ rows: fc.integer({ min: 0, max: 7 }), columns: fc.integer({ min: 0, max: 6 }) })
  .chain(({ rows, columns }) => grades(rows, columns));

describe("Kendall's W", () => {
  it("[M81] is worked out by hand for three rankings of three, with its chi-square", () => {
    // rank sums 3 6 9 about 6: S = 18, W = 12·18 / (9·24) = 1; then one rater turns round: 5 6 7, S = 2, W = 1/9
    const same = [
      [10, 20, 30],
      [1, 2, 3],
      [4, 5, 9],
    ];
    expect(computeConcordance(same)).toMatchObject({ rankSums: [3, 6, 9], s: 18, w: 1, chiSquare: 6, df: 2 });
    expect(computeConcordance(same).p).toBeCloseTo(Math.exp(-3), 12);
    const turned = computeConcordance([...same.slice(0, 2), [3, 2, 1]]);
    expect(turned.rankSums).toEqual([5, 6, 7]);
    expect(turned.w).toBeCloseTo(1 / 9, 12);
    expect(concordanceOf([5, 6, 7], 3)).toEqual(turned);
  });

  it("[M81] corrects for ties, without which the verdict may turn", () => {
    // by hand: raters 1 1 3, 1 2 3 rank 1.5 1.5 3 and 1 2 3; ΣT = 6, S = 6.5, W = 78 / (96 − 12)
    const { rankSums, s, w, wUncorrected } = computeConcordance([
      [1, 1, 3],
      [1, 2, 3],
    ]);
    expect({ rankSums, s }).toEqual({ rankSums: [2.5, 3.5, 6], s: 6.5 });
    expect(w).toBeCloseTo(78 / 84, 12);
    expect(wUncorrected).toBeCloseTo(78 / 96, 12);
  });

  it("[M81] lies from 0 to 1, and hangs on no order of raters or subjects, nor on doubling the raters", () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const { w, p } = computeConcordance(ratings);
        if (w !== undefined) expect(w > -1e-12 && w < 1 + 1e-12).toBe(true);
        if (p !== undefined) expect(p >= 0 && p <= 1).toBe(true);
        const turned = computeConcordance(ratings.toReversed().map((row) => row.toReversed()));
        const twice = computeConcordance([...ratings, ...ratings]);
        expect([turned.w === undefined, twice.w === undefined]).toEqual([w === undefined, w === undefined]);
        if (w !== undefined) {
          expect(turned.w).toBeCloseTo(w, 9);
          expect(twice.w).toBeCloseTo(w, 9);
        }
      }),
    );
  });

  it("[M81] is undefined without raters, with one subject, and when all tie", () => {
    for (const ratings of [
      [],
      [[], []],
      [[1], [2]],
      [
        [2, 2, 2],
        [1, 1, 1],
      ],
    ])
      expect(computeConcordance(ratings)).toMatchObject({ w: undefined, chiSquare: undefined, p: undefined });
    expect(concordanceOf([], 0)).toMatchObject({ s: 0, w: undefined, df: 0 });
  });

  it("[M81, M86] has Schmidt's nearest word, from five complete rankings of three subjects on", () => {
    const people = Array.from({ length: 5 }, () => [1, 2, 3]);
    expect(readConcordance(3, people)).toMatchObject({ state: "known", n: 5, w: 1, word: "unusually-strong" });
    expect(readConcordance(3, [...people.slice(1), [1, undefined, 3], [1, 2]])).toEqual({
      state: "insufficient",
      n: 4,
      needs: 5,
    });
    expect(
      readConcordance(
        2,
        people.map((row) => row.slice(1)),
      ),
    ).toEqual({ state: "undefined", n: 5 });
    const split = [...people, [3, 2, 1], [3, 2, 1], [3, 2, 1], [2, 1, 3]];
    // rank sums 16 17 21 of nine: S = 14, W = 168 / 1944
    expect(readConcordance(3, split)).toMatchObject({ w: 168 / 1944, word: "very-weak" });
  });
});

describe("Krippendorff's alpha", () => {
  it("[M82] is worked out by hand for two raters of four units", () => {
    // units 11 12 22 22: coincidences 11→2, 12 and 21→1 each, 22→4; n = 8, marginals 3 and 5; Do = 2/8, De = 30/56
    const alpha = computeAlpha(
      [
        [1, 1, 2, 2],
        [1, 2, 2, 2],
      ],
      "nominal",
    );
    expect(alpha).toBeCloseTo(1 - 2 / 8 / (30 / 56), 12);
  });

  it("[M82] is as printed for four observers with missing values, in all four metrics", () => {
    // Krippendorff 2011, example C: nominal .743, ordinal .815, interval .849, ratio .797
    const x = undefined;
    const observers = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, 3],
      [x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, x],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x],
    ];
    const alphas = AGREEMENT_METRICS.map((metric) => computeAlpha(observers, metric)?.toFixed(3));
    expect(alphas).toEqual(["0.743", "0.815", "0.849", "0.797"]);
  });

  it("[M82] is 1 for full agreement, and undefined when nothing could have been disagreed on", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (row) => {
        const isVaried = new Set(row).size > 1;
        for (const metric of AGREEMENT_METRICS)
          expect(computeAlpha([row, row, row], metric)).toEqual(isVaried ? 1 : undefined);
      }),
    );
    for (const metric of AGREEMENT_METRICS) {
      expect(computeAlpha([], metric)).toBeUndefined();
      expect(computeAlpha([[1, 2, 3]], metric)).toBeUndefined();
      expect(
        computeAlpha(
          [
            [1, undefined],
            [undefined, 2],
          ],
          metric,
        ),
      ).toBeUndefined();
    }
    expect(
      computeAlpha(
        [
          [-1, 1],
          [-1, 1],
        ],
        "ratio",
      ),
    ).toBeUndefined();
  });

  it("[M82] hangs on no order of people or units, and on no empty row", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...AGREEMENT_METRICS), (ratings, metric) => {
        const alpha = computeAlpha(ratings, metric);
        const turned = computeAlpha([[], ...ratings.toReversed().map((row) => row.toReversed())], metric);
        expect(turned === undefined).toBe(alpha === undefined);
        if (alpha !== undefined) expect(turned).toBeCloseTo(alpha, 9);
        expect(alpha === undefined || (Number.isFinite(alpha) && alpha <= 1)).toBe(true);
      }),
    );
  });

  it("[M82, M86] is said with the spread it is measured against, from five people on", () => {
    const people = Array.from({ length: 4 }, () => [4, 5, 4]);
    expect(readAgreement(people)).toEqual({ state: "insufficient", n: 4, needs: 5 });
    // who rated only what nobody else rated is no fifth
    expect(readAgreement([...people, [undefined, undefined, undefined, 3]])).toMatchObject({ n: 4 });
    expect(readAgreement([...people, [4, 5, 4]])).toMatchObject({ state: "known", n: 5, alpha: 1, within: 0 });
    const alike = readAgreement([...people, [5, 4, 4]]);
    // nearly all say 4 or 5: little spread, so that a low alpha is no quarrel
    expect(alike).toMatchObject({ state: "known" });
    if (alike.state === "known") expect([alike.alpha < 0.5, alike.overall < 0.5]).toEqual([true, true]);
    expect(readAgreement(Array.from({ length: 5 }, () => [3, 3]))).toEqual({ state: "undefined", n: 5 });
  });
});

describe("consensus on one item", () => {
  const scale = { min: 1, max: 5 };

  it("[M83] is 1 when all say the same and 0 when half stand at each end, also for an odd number", () => {
    expect(computeConsensus([3, 3, 3], scale)).toMatchObject({ consensus: 1, isTwoPeaks: false });
    expect(computeConsensus([1, 1, 5, 5], scale)).toEqual({ consensus: 0, isTwoPeaks: true, atMin: 0.5, atMax: 0.5 });
    expect(computeConsensus([1, 5, 1, 5, 5], scale)).toMatchObject({ consensus: 0, isTwoPeaks: true });
  });

  it("[M83] is worked out by hand: 1 2 4 5 differ by 1 3 4 2 3 1, and could by 16", () => {
    expect(computeConsensus([4, 1, 5, 2], scale)).toEqual({
      consensus: 1 - 14 / 16,
      isTwoPeaks: false,
      atMin: 0.25,
      atMax: 0.25,
    });
  });

  it("[M83] lies from 0 to 1, is the same on a turned scale, and as many pairs say", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 30 }), (values) => {
        const { consensus = -1, isTwoPeaks } = computeConsensus(values, scale) ?? {};
        expect(consensus >= 0 && consensus <= 1).toBe(true);
        expect(
          computeConsensus(
            values.map((value) => 6 - value),
            scale,
          ),
        ).toMatchObject({ isTwoPeaks });
        expect(
          computeConsensus(
            values.map((value) => 6 - value),
            scale,
          )?.consensus,
        ).toBeCloseTo(consensus, 9);
        const pairs = values.flatMap((a, at) => values.slice(at + 1).map((b) => Math.abs(a - b)));
        const most = 4 * Math.floor(values.length / 2) * Math.ceil(values.length / 2);
        expect(consensus).toBeCloseTo(1 - pairs.reduce((sum, pair) => sum + pair, 0) / most, 9);
      }),
    );
  });

  it("[M83, M86] is undefined for one value or no scale, and said from five people on", () => {
    expect(computeConsensus([3], scale)).toBeUndefined();
    expect(computeConsensus([3, 3], { min: 3, max: 3 })).toBeUndefined();
    expect(readConsensus([1, 5, 9, Number.NaN, 3, 3], scale)).toEqual({ state: "insufficient", n: 4, needs: 5 });
    expect(readConsensus([3, 3, 3, 3, 3], scale)).toMatchObject({ state: "known", n: 5, consensus: 1 });
    expect(readConsensus([3, 3, 3, 3, 3], { min: 3, max: 3 })).toEqual({ state: "undefined", n: 5 });
  });
});

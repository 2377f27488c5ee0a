import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareTail, createRandom, quantileOf, quartilesOf, wilsonInterval } from "./index.ts";

describe("chance", () => {
  it("[M30] repeats for a seed, digit by digit, on every machine", () => {
    const random = createRandom(1);
    // mulberry32 of seed 1, as printed by its author's reference code
    expect([random.next(), random.next(), random.next()].map((x) => x * 2 ** 32)).toEqual([
      2_693_262_067, 11_749_833, 2_265_367_787,
    ]);
    expect(createRandom(2 ** 32 + 7).next()).toBe(createRandom(7).next());
  });

  it("[M30] stays in its bounds", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 50 }), (seed, below) => {
        const random = createRandom(seed);
        for (let turn = 0; turn < 50; turn += 1) {
          const drawn = random.integer(below);
          expect(Number.isInteger(drawn) && drawn >= 0 && drawn < below).toBe(true);
        }
      }),
    );
    expect([0, -3, Number.NaN, 1].map((below) => createRandom(5).integer(below))).toEqual([0, 0, 0, 0]);
  });
});

describe("the tail of chi-square", () => {
  it("[M31] meets the values of the tables", () => {
    // critical values of χ² as printed (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4)
    const table = [
      [1, 0.05, 3.841],
      [1, 0.001, 10.828],
      [3, 0.1, 6.251],
      [10, 0.05, 18.307],
      [30, 0.01, 50.892],
      [100, 0.95, 77.929],
    ] as const;
    for (const [df, p, statistic] of table) expect(chiSquareTail(statistic, df)).toBeCloseTo(p, 3);
  });

  it("[M31] is exact where it has a closed form: e^(−χ²/2) for two degrees of freedom, and its sum for more", () => {
    for (const x of [1e-9, 0.1, 1, 2.5, 7, 40, 300]) {
      const half = x / 2;
      const [two = 0, six = 0] = [chiSquareTail(x, 2), chiSquareTail(x, 6)];
      expect(Math.abs(two / Math.exp(-half) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(six / (Math.exp(-half) * (1 + half + half ** 2 / 2)) - 1)).toBeLessThan(1e-11);
    }
    // erfc(1) = 0.157299207050285 is the tail of one degree of freedom at 2
    expect(Math.abs((chiSquareTail(2, 1) ?? 0) - 0.157299207050285)).toBeLessThan(1e-13);
  });

  it("[M31] falls as the statistic rises, and is undefined without a degree of freedom", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (x, more, df) => {
          const [near = -1, far = -1] = [chiSquareTail(x, df), chiSquareTail(x + more, df)];
          expect(far).toBeGreaterThanOrEqual(0);
          expect(near).toBeLessThanOrEqual(1);
          expect(far).toBeLessThanOrEqual(near + 1e-12);
        },
      ),
    );
    expect([chiSquareTail(3, 0), chiSquareTail(3, -1), chiSquareTail(Number.NaN, 2)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([chiSquareTail(0, 4), chiSquareTail(-1, 4), chiSquareTail(Infinity, 4)]).toEqual([1, 1, 0]);
  });
});

describe("quantiles", () => {
  it("[M32] lie between two values by their distance (type 7)", () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantileOf([1, 2, 3, 4], share))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quartilesOf([9, 1, 5])).toEqual({ lower: 3, median: 5, upper: 7, n: 3 });
    expect(quartilesOf([4])).toEqual({ lower: 4, median: 4, upper: 4, n: 1 });
  });

  it("[M32] are undefined of nothing, and leave out what is no number", () => {
    expect([quantileOf([], 0.5), quartilesOf([]), quartilesOf([Number.NaN, Infinity])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(quartilesOf([Number.NaN, 2])).toEqual({ lower: 2, median: 2, upper: 2, n: 1 });
  });
});

describe("the interval of a share", () => {
  it("[M33] is Wilson's: within 0 and 1, around the share, and wide when little was tried", () => {
    // by hand, z² = 3.8415: (0.5 + 0.09604 ± 1.96 √(0.0125 + 0.0024009)) / 1.19207
    const { low, high } = wilsonInterval(10, 20);
    expect([low, high].map((x) => x.toFixed(4))).toEqual(["0.2993", "0.7007"]);
    const none = wilsonInterval(0, 20);
    expect([none.low, none.high.toFixed(4)]).toEqual([0, "0.1611"]);
    expect(wilsonInterval(20, 20).high).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const interval = wilsonInterval(share * n, n);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(share + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBursts } from "./bursts.ts";

const quiet = (hours: number): number[] => Array.from({ length: hours }, (_, hour) => (hour % 24 < 8 ? 4 : 16));

describe("findBursts", () => {
  test("[L80] an hour far above the same hours and the last ones is a burst", () => {
    const counts = quiet(24 * 10);
    counts[200] = 100;
    // compared with 4, 16, 16 of each of seven days and six times 4: 14 of 27 are 16, so the middle is √(16 + 3/8), and more than
    // half don't deviate from it, so that the least deviation of 1/2 holds
    const [burst, ...others] = findBursts(counts);
    expect(others).toEqual([]);
    expect(burst).toMatchObject({ from: 200, to: 200, peak: 200 });
    expect(burst?.score).toBeCloseTo((Math.sqrt(100.375) - Math.sqrt(16.375)) / 0.5, 9);
  });

  test("[L80] the days' own rhythm is none, nor is a handful after silence", () => {
    expect(findBursts(quiet(24 * 20))).toEqual([]);
    expect(findBursts([...Array.from({ length: 200 }, () => 0), 9, 9])).toEqual([]);
  });

  test("[L80] what flares up again within two days is one burst, with its highest hour", () => {
    const counts = Array.from({ length: 24 * 12 }, () => 16);
    counts[100] = 100;
    counts[110] = 200;
    counts[200] = 150;
    expect(findBursts(counts).map(({ from, to, peak }) => [from, to, peak])).toEqual([
      [100, 110, 110],
      [200, 200, 200],
    ]);
  });

  test("[L80] nothing is said before there are two days to compare with", () => {
    expect(findBursts([])).toEqual([]);
    expect(findBursts(Array.from({ length: 48 }, (_, hour) => (hour === 47 ? 1000 : 1)))).toEqual([]);
  });

  test("[L80] any numbers give bursts in order that don't overlap", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.nat(300)), { maxLength: 120 }), (counts) => {
        const bursts = findBursts(counts);
        for (const [at, burst] of bursts.entries()) {
          expect(burst.from <= burst.peak && burst.peak <= burst.to && burst.to < counts.length).toBe(true);
          expect(burst.score).toBeGreaterThanOrEqual(5);
          expect(burst.from).toBeGreaterThan((bursts[at - 1]?.to ?? -49) + 48);
        }
      }),
    );
  });
});

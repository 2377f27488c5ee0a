import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEstimates, socialReturn, sroiRatio, stackGains } from "./index.ts";

describe("social return", () => {
  it("[M41] is (gain − cost) / cost, and the guides' ratio is one more", () => {
    expect(socialReturn({ gain: 1_200, cost: 1_000 })).toBe(0.2);
    expect(socialReturn({ gain: 0, cost: 50 })).toBe(-1);
    expect(sroiRatio({ gain: 1_200, cost: 1_000 })).toBe(1.2);
  });

  it("[M41] is undefined for a cost of 0, never infinite", () => {
    for (const gain of [-5, 0, 5]) {
      expect(socialReturn({ gain, cost: 0 })).toBeUndefined();
      expect(sroiRatio({ gain, cost: 0 })).toBeUndefined();
    }
    expect(socialReturn({ gain: 1e12, cost: Number.MIN_VALUE })).toBeUndefined();
  });

  it("[M42] of several people is the median with quartiles of each one's own estimate", () => {
    const { gain, cost, roi, withoutReturn } = readEstimates([
      { gain: 100, cost: 100 },
      { gain: 300, cost: 100 },
      { gain: 50, cost: 0 },
      { gain: 200, cost: 100 },
    ]);
    expect(gain).toEqual({ lower: 87.5, median: 150, upper: 225, n: 4 });
    expect(cost).toEqual({ lower: 75, median: 100, upper: 100, n: 4 });
    // returns 0, 2 and 1; the free one has none
    expect(roi).toEqual({ lower: 0.5, median: 1, upper: 1.5, n: 3 });
    expect(withoutReturn).toBe(1);
    expect(readEstimates([])).toEqual({ gain: undefined, cost: undefined, roi: undefined, withoutReturn: 0 });
  });

  it("[M42] does not hang on the order of the people", () => {
    const estimate = fc.record({ gain: fc.integer({ min: -50, max: 500 }), cost: fc.integer({ min: 0, max: 90 }) });
    fc.assert(
      fc.property(fc.array(estimate), (estimates) => {
        expect(readEstimates(estimates.toReversed())).toEqual(readEstimates(estimates));
      }),
    );
  });

  it("[M43] has its gains stacked by whom they are for: members, group, environment", () => {
    expect(stackGains({ environment: 5, member: 20, group: 10 })).toEqual({
      parts: [
        { level: "member", gain: 20, start: 0, end: 20 },
        { level: "group", gain: 10, start: 20, end: 30 },
        { level: "environment", gain: 5, start: 30, end: 35 },
      ],
      total: 35,
    });
    // a loss goes down from 0, and what comes after it goes on above
    expect(stackGains({ member: 8, group: -3, environment: 2 })).toEqual({
      parts: [
        { level: "member", gain: 8, start: 0, end: 8 },
        { level: "group", gain: -3, start: 0, end: -3 },
        { level: "environment", gain: 2, start: 8, end: 10 },
      ],
      total: 7,
    });
    expect(stackGains({ group: Number.NaN }).total).toBe(0);
  });
});

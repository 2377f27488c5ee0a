import { describe, expect, it } from "vitest";
import { countInSlices, periodOf } from "./period.ts";

const DAY = 86_400_000;
const NOW = 1_000 * DAY + 10 * 3_600_000;

describe("the period that figures speak of", () => {
  it("[N1] is the thirty days that end now, and the thirty before them", () => {
    const expected = { before: NOW - 60 * DAY, from: NOW - 30 * DAY, to: NOW };
    expect(periodOf(NOW, NOW - 5)).toEqual(expected);
    expect(periodOf(NOW, NOW - 30 * DAY + 1)).toEqual(expected);
    expect(periodOf(NOW, NOW + DAY)).toEqual(expected);
    expect(periodOf(NOW, undefined)).toEqual(expected);
  });

  it("[N2] ends with the day of the newest post when that is older", () => {
    const endOfDay500 = 501 * DAY - 1;
    expect(periodOf(NOW, 500 * DAY)).toEqual({
      before: endOfDay500 - 60 * DAY,
      from: endOfDay500 - 30 * DAY,
      to: endOfDay500,
    });
    expect(periodOf(NOW, endOfDay500).to).toBe(endOfDay500);
    expect(periodOf(NOW, NOW - 30 * DAY).to).toBe(971 * DAY - 1);
  });

  it("[N1] counts in equal slices, oldest first, and nothing outside", () => {
    const period = { before: 0, from: 100, to: 112 };
    expect(countInSlices([100, 101, 103, 104, 105, 112, 113, 5], period, 3)).toEqual([3, 1, 1]);
    expect(countInSlices([], period, 4)).toEqual([0, 0, 0, 0]);
  });
});

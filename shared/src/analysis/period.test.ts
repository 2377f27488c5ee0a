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

  it("[N2] ends with the newest post when that is older", () => {
    const newestAt = 500 * DAY + 7;
    expect(periodOf(NOW, newestAt)).toEqual({ before: newestAt - 60 * DAY, from: newestAt - 30 * DAY, to: newestAt });
    expect(periodOf(NOW, NOW - 30 * DAY).to).toBe(NOW - 30 * DAY);
  });

  it.each(["Pacific/Auckland", "Asia/Tokyo", "Europe/Paris", "UTC", "America/New_York"])(
    "[N2] its last day is that of the newest post, read in %s",
    (timeZone) => {
      const dayOf = (at: number) => new Intl.DateTimeFormat("en", { timeZone, dateStyle: "full" }).format(at);
      for (const hour of [0, 9, 23]) {
        const newestAt = 500 * DAY + hour * 3_600_000;
        expect(dayOf(periodOf(NOW, newestAt).to)).toBe(dayOf(newestAt));
      }
    },
  );

  it("[N1] counts in equal slices, oldest first, and nothing outside", () => {
    const period = { before: 0, from: 100, to: 112 };
    expect(countInSlices([100, 101, 103, 104, 105, 112, 113, 5], period, 3)).toEqual([3, 1, 1]);
    expect(countInSlices([], period, 4)).toEqual([0, 0, 0, 0]);
  });
});

import { describe, expect, it } from "vitest";
import type { CardAttributes } from "../terms/index.ts";
import { readRoi } from "./roi.ts";

const roi = (attributes: CardAttributes) => readRoi({ attributes });

describe("social return of a strategy", () => {
  it("[N5] is (gain − cost) / cost, with its unit and horizon", () => {
    expect(roi({ cost: 1_000, gain: 1_200, unit: "euro", horizon: 12 })).toEqual({
      measure: "roi",
      state: "known",
      value: 0.2,
      n: 1,
      unit: "euro",
      horizonMonths: 12,
      origin: [],
    });
    expect(roi({ cost: 2_000, gain: 2_800 }).value).toBe(0.4);
    expect(roi({ cost: 100, gain: -50 }).value).toBe(-1.5);
  });

  it("[N5] is undefined for a cost of 0, and missing while one of the two is not given", () => {
    expect(roi({ cost: 0, gain: 500, unit: "hour" })).toEqual({
      measure: "roi",
      state: "undefined",
      n: 1,
      unit: "hour",
      origin: [],
    });
    expect(roi({ cost: 0, gain: 0 })).toMatchObject({ state: "undefined" });
    expect(roi({ cost: Number.MIN_VALUE, gain: 1e12 })).toMatchObject({ state: "undefined" });
    for (const given of [{}, { cost: 5 }, { gain: 5 }]) {
      expect(roi({ ...given, horizon: 6 })).toEqual({
        measure: "roi",
        state: "missing",
        n: 0,
        horizonMonths: 6,
        origin: [],
      });
    }
  });
});

import { describe, expect, it } from "vitest";
import type { Reading } from "@palabre/shared/terms";
import { axisOf, daysOf, directionOf } from "./readings.ts";

const reading = (part: Partial<Reading> & Pick<Reading, "measure">): Reading => ({
  state: "known",
  n: 0,
  origin: [],
  ...part,
});
const heard = (now: number, before: number) => ({
  mentions: reading({ measure: "mentions", value: now, n: now, previous: before }),
  trend: reading({
    measure: "trend",
    ...(before === 0 ? { state: "undefined" as const } : { value: (now - before) / before }),
    n: now + before,
    previous: before,
  }),
});
const direction = (now: number, before: number) => {
  const { mentions, trend } = heard(now, before);
  return directionOf(mentions, trend);
};

describe("where a trend goes", () => {
  it("[P3] is clear only beyond what chance does to two counts", () => {
    // 2 √(128 + 80) = 28.8, and 48 is more; 2 √(94 + 84) = 26.7, and 10 is less
    expect(direction(128, 80)).toBe("up");
    expect(direction(94, 84)).toBe("slightlyUp");
    expect(direction(80, 128)).toBe("down");
    expect(direction(84, 94)).toBe("slightlyDown");
    // 2 √100 = 20 is chance, 21 against 2 √101 = 20.1 is more
    expect([direction(60, 40), direction(61, 40)]).toEqual(["slightlyUp", "up"]);
  });
  it("[P3] is steady under 5 %, new from nothing, and nothing where too few spoke", () => {
    expect(direction(104, 100)).toBe("steady");
    expect(direction(9, 0)).toBe("new");
    const { mentions, trend } = heard(2, 1);
    expect(directionOf(mentions, { ...trend, state: "insufficient" })).toBeUndefined();
    expect(directionOf(undefined, trend)).toBeUndefined();
  });
});

describe("a factor's place", () => {
  const of4 = (measure: "influence" | "dependence", share: number) => reading({ measure, share, of: 4 });
  it("[P4] has the mean share in the middle of an axis and twice the mean at its end", () => {
    expect(axisOf(of4("influence", 0.25))).toBe(0.5);
    expect(axisOf(of4("influence", 0.5))).toBe(1);
    expect(axisOf(of4("influence", 0.9))).toBe(1);
    expect(axisOf(of4("influence", 0))).toBe(0);
    expect(axisOf(reading({ measure: "influence", value: 0 }))).toBeUndefined();
  });
});

describe("the period of a reading", () => {
  it("[P3] is counted in whole days, and is nothing for what is read from the board", () => {
    expect(daysOf({ from: 0, to: 30 * 86_400_000 })).toBe(30);
    expect(daysOf({ from: 0, to: 1_000 })).toBe(1);
    expect(daysOf({})).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import type { Annotation, Measure, Quadrant, Reading } from "@palabre/shared/terms";
import { textIn } from "../i18n/index.ts";
import { verdictOf } from "./verdict.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");
const reading = (measure: Measure, part: Partial<Reading> = {}): Reading => ({
  measure,
  state: "known",
  n: 0,
  origin: [],
  ...part,
});
const annotation = (...readings: Reading[]): Annotation => ({ readings, quotes: [] });
const heard = (now: number, before: number, trend: Partial<Reading> = { value: (now - before) / before }) =>
  annotation(
    reading("mentions", { value: now, n: now, previous: before, total: now + before }),
    reading("trend", { n: now + before, previous: before, ...trend }),
  );
const say = (kind: string, of: Annotation | undefined) => verdictOf({ kind }, of, en);

describe("the verdict", () => {
  it("[P6] of an expectation says no more than its counts bear", () => {
    expect(verdictOf({ kind: "expectation" }, heard(128, 80), fr)).toBe("On en parle de plus en plus.");
    expect(say("expectation", heard(128, 80))).toBe("People speak of it more and more.");
    expect(say("expectation", heard(94, 84))).toBe(
      "Perhaps a little more is said of it: the difference may be chance.",
    );
    expect(say("expectation", heard(100, 100))).toBe("People speak of it as much as before.");
    expect(say("expectation", heard(9, 0, { state: "undefined" }))).toBe("People begin to speak of it.");
  });
  it("[P6] of an expectation that too few speak of concludes nothing", () => {
    expect(say("expectation", heard(2, 1, { state: "insufficient", needs: 8 }))).toBe(
      "A few people speak of it; too few to say whether more or less than before.",
    );
    const silent = reading("trend", { state: "insufficient", needs: 8 });
    expect(say("expectation", annotation(reading("mentions", { value: 0, total: 4 }), silent))).toBe(
      "People spoke of it before; lately, nobody.",
    );
    expect(say("expectation", annotation(reading("mentions", { value: 0, total: 0 }), silent))).toBe(
      "Nobody speaks of it in the sources that are read.",
    );
    expect(
      say("expectation", annotation(reading("mentions", { state: "missing" }), reading("trend", { state: "missing" }))),
    ).toBeUndefined();
  });
  it("[P6] of a factor is its quadrant, once there is something to compare it with", () => {
    const placed = (quadrant: Quadrant | undefined, of = 4, ...more: Reading[]) =>
      annotation(
        reading("influence", { share: 0.5, of }),
        reading("dependence", { share: 0.1, of }),
        reading("quadrant", quadrant === undefined ? { state: "missing" } : { quadrant, value: 0.2 }),
        ...more,
      );
    expect(say("factor", placed("driver"))).toBe("It moves the others more than they move it: a place to act.");
    expect(say("factor", placed("between"))).toBe(
      "It stands too near the mean to say whether it moves more than it is moved.",
    );
    expect(say("factor", placed(undefined))).toBeUndefined();
    expect(say("factor", placed(undefined, 1))).toBe(
      "It is the only factor linked so far: nothing to compare it with yet.",
    );
    // from 9th to 3rd of 12 is news, from 4th to 3rd is none, and ranks that longer ways change are no ground for a sentence
    const indirect = (part: Partial<Reading>) => reading("indirectInfluence", { value: 0.1, rank: 3, of: 12, ...part });
    expect(say("factor", placed("autonomous", 12, indirect({ directRank: 9 })))).toBe(
      "It moves little and little moves it. Through others its influence rises from 9th to 3rd.",
    );
    for (const part of [{ directRank: 4 }, { directRank: 9, isStable: false }])
      expect(say("factor", placed("autonomous", 12, indirect(part)))).toBe("It moves little and little moves it.");
    expect(
      say(
        "factor",
        annotation(reading("influence", { state: "missing" }), reading("dependence", { state: "missing" })),
      ),
    ).toBe("Link it to other cards to see what it moves and what moves it.");
  });
  it("[P6] of a strategy is what each unit of cost brings back", () => {
    const roi = (part: Partial<Reading>) => annotation(reading("roi", { n: 1, ...part }));
    expect(verdictOf({ kind: "strategy" }, roi({ value: 1.8, unit: "euro" }), fr)).toBe(
      "Pour chaque euro dépensé, on attend 2,8\u00a0€ en retour.",
    );
    expect(say("strategy", roi({ value: -0.4, unit: "hour" }))).toBe(
      "For each hour given, 0.6\u00a0h is expected back.",
    );
    expect(say("strategy", roi({ state: "undefined" }))).toBe(
      "It costs nothing, so its return has no measure: only its gain speaks.",
    );
    expect(say("strategy", roi({ state: "missing" }))).toBe("Give a cost and a gain to see what it gives back.");
    const best = (value: number) =>
      annotation(reading("roi", { value: 1 }), reading("best", { value, n: 1, draws: 500 }));
    expect(say("strategy", best(0.62))).toBe(
      "For 1 spent, 2 is expected back. It stays the best choice in 62% of the draws.",
    );
    expect(say("strategy", best(0.3))).toBe("For 1 spent, 2 is expected back.");
    const worth = (value: number) =>
      annotation(reading("roi", { value: 1 }), reading("best", { value: 0.97, n: 1, draws: 500, worth: value }));
    expect(say("strategy", worth(0.4))).toMatch(/stays the best choice/);
    expect(say("strategy", worth(-0.32))).toMatch(/more than it serves them: doing nothing is better\.$/);
    expect(say("strategy", worth(0))).toMatch(/is no better than doing nothing\.$/);
  });
  it("[P6] is nothing where nothing is measured", () => {
    expect([say("note", annotation()), say("expectation", undefined)]).toEqual([undefined, undefined]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  COOPERATION_LEVELS,
  DELICATE_FACETS,
  FACET_COUNTS,
  readComposition,
  readEngagement,
  strategyFor,
} from "./index.ts";

describe("composition against a target", () => {
  it("[M54] gives gaps, their distance, chi-square and the smallest recruitment, by hand", () => {
    // 12, 6 and 2 people against a half, a quarter and a quarter: 10, 5 and 5 were expected
    const composition = readComposition([12, 6, 2], [0.5, 0.25, 0.25]);
    expect(composition).toMatchObject({
      people: 20,
      chiSquare: 4 / 10 + 1 / 5 + 9 / 5,
      df: 2,
      isTooFew: false,
      mostMissing: [2],
      totalAfterRecruiting: 24,
    });
    // two degrees of freedom: e^(−2.4 / 2)
    expect(composition.p).toBeCloseTo(Math.exp(-1.2), 12);
    expect(composition.totalVariation).toBeCloseTo(0.15, 12);
    expect(composition.segments.map(({ recruits }) => recruits)).toEqual([0, 0, 4]);
  });

  it("[M54] recruits whole people, rounded up", () => {
    const { segments } = readComposition([10, 10, 1], [0.4, 0.3, 0.3]);
    // the second segment is at 10 / 0.3 = 33⅓ people: 3⅓, 0 and 9 are missing
    expect(segments.map(({ recruits }) => Math.round(recruits * 1e6) / 1e6)).toEqual([3.333333, 0, 9]);
    expect(segments.map(({ wholeRecruits }) => wholeRecruits)).toEqual([4, 0, 9]);
  });

  it("[M55] says too few where a segment is expected to hold fewer than five people", () => {
    expect(readComposition([8, 11], [0.25, 0.75]).isTooFew).toBe(true);
    expect(readComposition([8, 12], [0.25, 0.75]).isTooFew).toBe(false);
  });

  it("[M55] tells a segment apart that the target wants nobody of", () => {
    const { segments, chiSquare, df, totalAfterRecruiting, totalVariation } = readComposition([6, 2, 2], [0.5, 0.5, 0]);
    expect(segments[2]).toEqual({ gap: 0.2, recruits: 0, wholeRecruits: 0, isOutside: true });
    expect(segments.map(({ recruits }) => recruits)).toEqual([0, 4, 0]);
    // of the eight that remain: 4 and 4 expected
    expect([chiSquare, df, totalAfterRecruiting]).toEqual([2, 1, 12]);
    expect(totalVariation).toBeCloseTo(0.3, 12);
  });

  it("[M59] has an answer without people, without a target and without segments", () => {
    const nobody = readComposition([0, 0], [0.5, 0.5]);
    expect(nobody).toMatchObject({ chiSquare: undefined, p: undefined, totalVariation: undefined, mostMissing: [] });
    expect(nobody.segments.map(({ wholeRecruits }) => wholeRecruits)).toEqual([0, 0]);
    expect(readComposition([3, 4], [0, 0])).toMatchObject({ chiSquare: undefined, totalVariation: undefined, df: 0 });
    expect(readComposition([], [])).toMatchObject({ segments: [], people: 0, totalVariation: undefined });
    expect(readComposition([7], [1])).toMatchObject({ chiSquare: 0, df: 0, p: undefined, totalVariation: 0 });
  });

  it("[M54] reaches the target by its recruitment, and by none that is smaller", () => {
    const segment = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), (segments) => {
        const counts = segments.map(([count]) => count);
        const targets = segments.map(([, target]) => target);
        const whole = targets.reduce((sum, target) => sum + target, 0);
        const read = readComposition(counts, targets);
        const after = counts.map((count, place) => count + (read.segments[place]?.recruits ?? 0));
        for (const [place, people] of after.entries())
          expect(people).toBeCloseTo(((targets[place] ?? 0) / whole) * read.totalAfterRecruiting, 9);
        // one segment at least is full already: with fewer people it would have to lose some
        expect(read.segments.some(({ recruits }) => recruits < 1e-9)).toBe(true);
      }),
    );
  });
});

describe("engagement", () => {
  it("[M56] is read against the usual bands, above twelve members only", () => {
    expect(readEngagement(60, 1, 6)).toEqual({
      sizeClass: "intermediate",
      bandsApply: true,
      proactivePercent: 100 / 60,
      reactivePercent: 10,
      isProactiveBelowBand: false,
      isReactiveBelowBand: false,
    });
    expect(readEngagement(200, 1, 19)).toMatchObject({ isProactiveBelowBand: true, isReactiveBelowBand: true });
    expect(readEngagement(12, 0, 0)).toMatchObject({
      bandsApply: false,
      isProactiveBelowBand: undefined,
      isReactiveBelowBand: undefined,
    });
  });

  it("[M56] has size classes up to 12, 100, 2,000 and above", () => {
    const classes = [1, 12, 13, 100, 101, 2_000, 2_001].map((members) => readEngagement(members, 0, 0).sizeClass);
    expect(classes).toEqual(["small", "small", "intermediate", "intermediate", "large", "large", "very-large"]);
  });

  it("[M59] has no percentage of nobody", () => {
    expect(readEngagement(0, 0, 0)).toMatchObject({ proactivePercent: undefined, reactivePercent: undefined });
  });
});

describe("factors of cooperation", () => {
  it("[M57] stand on three levels, with four delicate facets among twenty-eight", () => {
    expect(COOPERATION_LEVELS).toEqual(["members", "group", "environment"]);
    expect(DELICATE_FACETS).toHaveLength(FACET_COUNTS.delicate);
    expect(FACET_COUNTS.toUnderstand + FACET_COUNTS.delicate + FACET_COUNTS.toAct).toBe(28);
  });

  it("[M57] name the strategy that fits the environment, where the source does", () => {
    expect(strategyFor({ resources: "rare", isPredictable: true })).toBe("planning");
    expect(strategyFor({ resources: "rare", isPredictable: false })).toBe("negotiation");
    expect(strategyFor({ resources: "abundant", isPredictable: false })).toBe("cooperation");
    expect(strategyFor({ resources: "abundant", isPredictable: true })).toBeUndefined();
  });
});

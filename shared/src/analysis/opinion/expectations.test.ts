import { describe, expect, it } from "vitest";
import { classifyKano, computeKano, computeOpportunity, KANO_ANSWERS, readKano, readOpportunity } from "./index.ts";

const NONE = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };

describe("Kano's questions", () => {
  it("[M78] are read by his table", () => {
    const rows = KANO_ANSWERS.map((there) => KANO_ANSWERS.map((missing) => classifyKano(there, missing)).join(""));
    expect(rows).toEqual(["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]);
  });

  it("[M78] have a category, its strength, and what it gives and takes to have or lack the feature", () => {
    // 10 M, 20 O, 5 A, 5 I, 5 R, 5 Q of 50: better (5 + 20) / 40, worse −(20 + 10) / 40
    expect(computeKano({ M: 10, O: 20, A: 5, I: 5, R: 5, Q: 5 })).toEqual({
      n: 50,
      categories: ["O"],
      byRule: "O",
      totalStrength: 70,
      categoryStrength: 20,
      better: 0.625,
      worse: -0.75,
      difference: 10,
      limit: 1.65 * Math.sqrt((30 * 70) / 100),
      isSettled: true,
    });
  });

  it("[M78] name all categories that tie, and the first of must-be, performance, attractive, indifferent near the top", () => {
    const tied = computeKano({ ...NONE, A: 10, I: 10, M: 9 });
    expect(tied).toMatchObject({ categories: ["A", "I"], byRule: "M", isSettled: false });
    expect(computeKano({ ...NONE, A: 10, I: 10, M: 9 }, 0).byRule).toBe("A");
    // most want the opposite: none of the four comes near
    expect(computeKano({ ...NONE, R: 30, I: 5 })).toMatchObject({ categories: ["R"], byRule: undefined });
  });

  it("[M79] are not settled while the two largest counts are too near by Fong's test", () => {
    // 121 A and 124 I of 296: a difference of 3 where 19.8 are needed (R package stp25kano)
    const hotline = computeKano({ M: 15, O: 24, A: 121, I: 124, R: 6, Q: 6 });
    expect(hotline).toMatchObject({ difference: 3, isSettled: false });
    expect(hotline.limit).toBeCloseTo(19.8, 1);
  });

  it("[M78] have stated figures without answers, and where nobody wants anything", () => {
    expect(computeKano(NONE)).toEqual({
      n: 0,
      categories: [],
      byRule: undefined,
      totalStrength: undefined,
      categoryStrength: undefined,
      better: undefined,
      worse: undefined,
      difference: 0,
      limit: undefined,
      isSettled: undefined,
    });
    expect(computeKano({ ...NONE, Q: 3 })).toMatchObject({ better: undefined, worse: undefined, totalStrength: 0 });
    expect(computeKano({ ...NONE, I: 3 })).toMatchObject({ better: 0, worse: 0 });
  });

  it("[M79, M86] show counts alone below twenty answers, and say when the question is bad", () => {
    const like = Array.from({ length: 19 }, () => ["like", "neutral"] as const);
    expect(readKano(like)).toEqual({ state: "insufficient", n: 19, needs: 20, counts: { ...NONE, A: 19 } });
    expect(readKano([...like, ["like", "like"]])).toMatchObject({
      state: "known",
      n: 20,
      categories: ["A"],
      isBadQuestion: false,
    });
    const odd = Array.from({ length: 3 }, () => ["like", "like"] as const);
    expect(readKano([...like, ...odd])).toMatchObject({ state: "known", isBadQuestion: true });
    expect(readKano([])).toEqual({ state: "insufficient", n: 0, needs: 20, counts: NONE });
  });
});

describe("opportunity", () => {
  it("[M80] is importance and what satisfaction lacks of it", () => {
    expect([computeOpportunity(9, 3), computeOpportunity(9, 9), computeOpportunity(3, 9)]).toEqual([15, 9, 3]);
  });

  it("[M80] takes the share of people who say 4 or 5, never means", () => {
    const ratings = [5, 4, 4, 4, 1].map((importance, person) => ({
      importance,
      satisfaction: [5, 3, 3, 2, 3][person],
    }));
    expect(readOpportunity(ratings)).toEqual({
      state: "known",
      n: 5,
      importance: 8,
      satisfaction: 2,
      opportunity: 14,
      word: "solid",
    });
  });

  it("[M80, M86] waits for five answers to both questions, and leaves out what is no grade", () => {
    const four = Array.from({ length: 4 }, () => ({ importance: 5, satisfaction: 1 }));
    const half = { importance: 5, satisfaction: undefined };
    expect(readOpportunity([...four, half, { importance: 5, satisfaction: 6 }])).toEqual({
      state: "insufficient",
      n: 4,
      needs: 5,
    });
    expect(readOpportunity([...four, half, { importance: undefined, satisfaction: 1 }])).toMatchObject({
      n: 5,
      opportunity: 20,
      word: "extreme",
    });
    const some = Array.from({ length: 10 }, (_, person) => ({
      importance: person < 6 ? 4 : 3,
      satisfaction: person < 2 ? 4 : 3,
    }));
    expect(readOpportunity(some)).toMatchObject({ opportunity: 10, word: "worth-a-look" });
    expect(readOpportunity(some.map(({ importance }) => ({ importance, satisfaction: 5 })))).toMatchObject({
      opportunity: 6,
      word: "none",
    });
  });
});

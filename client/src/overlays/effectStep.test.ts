import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { effectWords, isUnwanted, stepOfEffect } from "./effectStep.ts";

const en = await textIn("en", "en-GB");
const fr = await textIn("fr", "fr-FR");

describe("an effect", () => {
  it("[P50] is said in five steps each way, a fifth each, and below a hundredth it is no change", () => {
    const effects = [0, 0.009, 0.01, 0.2, 0.21, 0.4, 0.5, 0.7, 0.81, 1, 7];
    expect(effects.map(stepOfEffect)).toEqual([0, 0, 1, 1, 2, 2, 3, 4, 5, 5, 5]);
    expect(effects.map((effect) => stepOfEffect(-effect))).toEqual([0, 0, -1, -1, -2, -2, -3, -4, -5, -5, -5]);
    expect(stepOfEffect(0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1)).toBe(3);
    expect(stepOfEffect(Number.NaN)).toBe(0);
  });

  it("[P50] has its own words for each step, in both languages", () => {
    const steps = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5] as const;
    for (const text of [en, fr]) expect(new Set(steps.map((step) => effectWords(step, text))).size).toBe(steps.length);
    expect(effectWords(4, en)).toBe("strongly up");
    expect(effectWords(-2, fr)).toBe("un peu en baisse");
  });

  it("[P50] is unwanted where an expectation falls, and only there", () => {
    expect(isUnwanted("expectation", -1)).toBe(true);
    expect(isUnwanted("expectation", 3)).toBe(false);
    expect(isUnwanted("expectation", 0)).toBe(false);
    expect(isUnwanted("factor", -5)).toBe(false);
  });
});

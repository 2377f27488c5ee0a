import { describe, expect, test } from "vitest";
import { bursts } from "./measures/bursts.ts";
import { themes } from "./measures/themes.ts";
import { compareGroupings } from "./scores.ts";

describe("measures of many posts", () => {
  test("[L84] groupings agree over pairs", () => {
    // said {a b} {c d}, so {a b c} {d}: one pair together in both, one said only, two so only; 2·1 / (2 + 3) = 40 %
    const grouping = { said: [1, 1, 2, 2], so: ["x", "x", "x", "y"] };
    expect(compareGroupings(grouping).pairF1).toBeCloseTo(40, 9);
    // expected by chance 2·3/6 = 1, as many as there are
    expect(compareGroupings(grouping).ari).toBeCloseTo(0, 9);
    expect(compareGroupings({ said: [1, 1, 2], so: [5, 5, 6] })).toEqual({ pairF1: 100, ari: 100 });
    expect(compareGroupings(grouping, (a, b) => a + b === 1).pairF1).toBe(100);
    expect(compareGroupings({ said: [], so: [] })).toEqual({ pairF1: 0, ari: 0 });
  });

  test("[L84] themes are measured in each set, in each language, and across", () => {
    const row = (set: string, lang: string, text: string, theme: string): unknown => ({ set, lang, text, theme });
    const figures = themes([
      row("1", "fr", "Impossible d'exporter en GPX", "0"),
      row("1", "en", "Please export as GPX", "0"),
      row("1", "en", "No export to gpx", "0"),
      row("2", "en", "Sleep is wrong", "0"),
      row("2", "en", "My sleep is not there", "0"),
    ]);
    expect(figures?.map(({ measure, value, n }) => [measure, value, n])).toEqual([
      ["themes-pair-F1", 100, 5],
      ["themes-ARI", 100, 5],
      ["themes-pair-F1-across", 50, 5],
      ["themes-pair-F1-en", 100, 4],
      ["themes-pair-F1-fr", 0, 1],
    ]);
  });

  test("[L84] a window that a burst touches is found, a burst outside of all is a false alarm", () => {
    const counts = Array.from({ length: 336 }, () => 16);
    counts[100] = 200;
    counts[250] = 200;
    const start = "2026-01-01T00:00:00Z";
    const windows = [["2026-01-05T03:00:00Z", "2026-01-05T05:00:00Z"]];
    // found 1, missed 0, false 1 in two weeks
    expect(bursts([{ counts, start, windows }])?.map(({ value }) => value)).toEqual([200 / 3, 0.5]);
    expect(bursts([{ counts, windows: [[90, 99]] }])?.map(({ value }) => value)).toEqual([0, 1]);
  });
});

import { expect, it } from "vitest";
import { newCardId } from "./ids.ts";
import { isSamePaper } from "./isSamePaper.ts";
import type { Paper } from "./paper.ts";

it("[V81] a paper is the one that counts if it answers the same, in whatever order the answers were written", () => {
  const [a, b] = [newCardId(), newCardId()];
  const dots = (by: Readonly<Record<string, number>>): Paper => ({ method: "dots", dots: by });
  expect(isSamePaper(dots({ [a]: 1, [b]: 2 }), dots({ [b]: 2, [a]: 1 }))).toBe(true);
  expect(isSamePaper(dots({ [a]: 1, [b]: 2 }), dots({ [a]: 2, [b]: 1 }))).toBe(false);
  const rated = (answer: object): Paper => ({ method: "rating", ratings: { [a]: answer } });
  expect(isSamePaper(rated({ satisfaction: 2, importance: 4 }), rated({ importance: 4, satisfaction: 2 }))).toBe(true);
  const ranked = (...tiers: (typeof a)[][]): Paper => ({ method: "ranked", tiers });
  expect(isSamePaper(ranked([a], [b]), ranked([b], [a]))).toBe(false);
});

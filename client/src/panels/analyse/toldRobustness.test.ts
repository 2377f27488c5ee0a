import { newCardId, newLinkId, type Reading } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { toldRobustness } from "./toldRobustness.ts";

const [a, b] = [newCardId(), newCardId()];
const link = newLinkId();
const best = (value: number, n: number): Reading => ({
  measure: "best",
  state: "known",
  value,
  low: 0.1,
  high: 0.9,
  n,
  draws: 500,
  regret: 0.25,
  worth: -0.5,
  robustness: "leading",
  origin: [],
});
const saying = (n: number) =>
  new Map([
    [a, { readings: [best(0.7, n)], quotes: [] }],
    [b, { readings: [best(0.3, n)], quotes: [] }],
  ]);
const links = new Map([[link, { strength: 2, n: 6, reinforcing: 0, balancing: 0, winner: b, isTied: true }]]);

describe("toldRobustness", () => {
  it("[V21] says what the server drew from papers, and nothing while one person drew the links", () => {
    expect(toldRobustness({ cards: saying(1), links })).toBeUndefined();
    expect(toldRobustness({ cards: new Map(), links })).toBeUndefined();
    expect(toldRobustness({ cards: saying(6), links })).toEqual({
      draws: 500,
      people: 6,
      word: "leading",
      strategies: new Map([
        [a, { best: 0.7, low: 0.1, high: 0.9, regret: 0.25, worth: -0.5, ranks: [] }],
        [b, { best: 0.3, low: 0.1, high: 0.9, regret: 0.25, worth: -0.5, ranks: [] }],
      ]),
      deciding: [{ link, winner: b, isTied: true, loss: 0 }],
      isWhole: true,
    });
  });

  it("[M53] tells the links that decide with the largest change first, and last of which it is not known", () => {
    const said = [undefined, 0.02, 0.3, 0.1].map(
      (loss) => [newLinkId(), { strength: 2, n: 6, reinforcing: 0, balancing: 0, winner: b, loss }] as const,
    );
    const deciding = toldRobustness({ cards: saying(6), links: new Map(said) })?.deciding;
    expect(deciding?.map((each) => each.link)).toEqual([2, 3, 1, 0].map((i) => said[i]?.[0]));
  });
});

import { describe, expect, it } from "vitest";
import { readCriteria } from "./index.ts";

/** Three ways to hold a repair café, in a poor and in a good year. */
const table = {
  payoffs: new Map([
    ["hall", [8, 2]],
    ["van", [12, -4]],
    ["home", [5, 5]],
  ]),
  hurwiczAlpha: 0.25,
  probabilities: [0.75, 0.25],
};

describe("classical criteria", () => {
  it("[M48] recommend each in its way, by hand", () => {
    expect(readCriteria(table)).toEqual({
      maximax: ["van"],
      maximin: ["home"],
      // best by state: 12 and 5; regrets hall 4, 3; van 0, 9; home 7, 0
      minimaxRegret: ["hall"],
      maxRegret: new Map([
        ["hall", 4],
        ["van", 9],
        ["home", 7],
      ]),
      hurwicz: new Map([
        ["hall", 0.25 * 8 + 0.75 * 2],
        ["van", 0.25 * 12 - 0.75 * 4],
        ["home", 5],
      ]),
      laplace: new Map([
        ["hall", 5],
        ["van", 4],
        ["home", 5],
      ]),
      expectedValue: new Map([
        ["hall", 6.5],
        ["van", 8],
        ["home", 5],
      ]),
      // 0.75 · 12 + 0.25 · 5 − 8
      evpi: 2.25,
    });
  });

  it("[M48] name all options that tie", () => {
    const payoffs = new Map([
      ["a", [0.1 + 0.2, 1]],
      ["b", [1, 0.3]],
    ]);
    const { maximax, maximin, minimaxRegret } = readCriteria({ payoffs, hurwiczAlpha: 0, probabilities: [0.5, 0.5] });
    expect([maximax, maximin, minimaxRegret]).toEqual([
      ["a", "b"],
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("[M59] have an answer without options, and without states", () => {
    const none = readCriteria({ payoffs: new Map(), hurwiczAlpha: 0.5, probabilities: [] });
    expect(none).toMatchObject({ maximax: [], maximin: [], minimaxRegret: [], evpi: 0 });
    const empty = readCriteria({ payoffs: new Map([["a", []]]), hurwiczAlpha: 0.5, probabilities: [] });
    expect(empty).toMatchObject({ maximax: ["a"], laplace: new Map([["a", 0]]), evpi: 0 });
  });
});

import { describe, expect, it } from "vitest";
import { compareAnswer } from "./compare.ts";
import type { Shape } from "./method.ts";

const passes = (...given: Parameters<typeof compareAnswer>) => compareAnswer(...given).differences.length === 0;
const shaped = (shape: Shape, value: unknown, wanted: unknown) =>
  passes({ key: value }, { key: wanted }, { shapes: { key: shape } });

describe("numbers", () => {
  it("[M2] may be off by the tolerance, 1e-6 where none is given, and by no more", () => {
    expect(passes({ w: 0.5 + 9e-7 }, { w: 0.5 })).toBe(true);
    expect(passes({ w: 0.5 + 2e-6 }, { w: 0.5 })).toBe(false);
    expect(passes({ w: 1.6 }, { w: 1.5 }, { tolerance: 0.1 })).toBe(true);
    expect(passes({ w: 1.61 }, { w: 1.5 }, { tolerance: 0.1 })).toBe(false);
    expect(passes({ w: 3 }, { w: 3 }, { tolerance: 0 })).toBe(true);
    expect(passes({ w: 3 + 1e-12 }, { w: 3 }, { tolerance: 0 })).toBe(false);
  });

  it("[M2] have the tolerance of their key, however deep they stand under it", () => {
    const rules = { tolerance: { rough: 0.1 } };
    const answer = { rough: { a: [1.05] }, fine: 1.05 };
    expect(compareAnswer(answer, { rough: { a: [1] }, fine: 1 }, rules)).toEqual({
      largest: expect.closeTo(0.05, 10) as number,
      differences: ["fine: 1.05 instead of 1 ± 0.000001"],
    });
  });

  it("[M2] that are none never pass", () => {
    for (const value of [Number.NaN, Infinity, null, undefined, "1", [1]])
      expect(passes({ w: value }, { w: 1 }, { tolerance: 1e9 })).toBe(false);
    expect(compareAnswer({ w: Number.NaN }, { w: 1 }).largest).toBe(Infinity);
  });

  it("[M2] with a bound must reach it", () => {
    expect([0.8, 0.81, 0.79, Number.NaN, null].map((q) => passes({ q }, { qAtLeast: 0.8 }))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(passes({}, { qAtLeast: 0.8 })).toBe(false);
  });
});

describe("values", () => {
  it("[M2] texts, booleans and null are equal or not", () => {
    for (const value of ["a", true, false, null]) expect(passes({ key: value }, { key: value })).toBe(true);
    expect(passes({ key: 0 }, { key: null })).toBe(false);
    expect(passes({ key: Number.NaN }, { key: null })).toBe(false);
    expect(passes({ key: undefined }, { key: null })).toBe(false);
    expect(passes({ key: "b" }, { key: "a" })).toBe(false);
  });

  it("[M2] a result may have more keys and labels, and must have those that are named", () => {
    expect(passes({ a: 1, more: 2, by: { x: 1, y: 2 } }, { a: 1, by: { x: 1 } })).toBe(true);
    expect(compareAnswer({ by: { y: 2 } }, { a: 1, by: { x: 1 } }).differences).toEqual([
      "a is not in the result",
      "by.x is not in the result",
    ]);
    // what every object inherits is no label
    expect(passes({ by: {} }, { by: { constructor: 1 } })).toBe(false);
  });

  it("[M2] lists have the same length and order", () => {
    expect(passes({ l: [1, [2, 3]] }, { l: [1, [2, 3]] })).toBe(true);
    expect(passes({ l: [1, 2] }, { l: [2, 1] })).toBe(false);
    expect(passes({ l: [1, 2, 3] }, { l: [1, 2] })).toBe(false);
    expect(passes({ l: {} }, { l: [] })).toBe(false);
    expect(passes({ l: [] }, { l: {} })).toBe(false);
  });
});

describe("shapes", () => {
  it("[M2] a set has any order and no repetition", () => {
    expect(shaped("set", ["b", "a"], ["a", "b"])).toBe(true);
    expect(shaped("set", ["a", "a", "b"], ["a", "b"])).toBe(false);
    expect(shaped("set", ["a"], ["a", "b"])).toBe(false);
    expect(shaped("set", "a", ["a"])).toBe(false);
  });

  it("[M2] a ranking is a list of places, each a set", () => {
    expect(shaped("ranking", [["b"], ["c", "a"]], [["b"], ["a", "c"]])).toBe(true);
    expect(shaped("ranking", [["a", "c"], ["b"]], [["b"], ["a", "c"]])).toBe(false);
    expect(shaped("ranking", [["b"], ["a"], ["c"]], [["b"], ["a", "c"]])).toBe(false);
    expect(shaped("ranking", ["b"], [["b"]])).toBe(false);
  });

  it("[M2] a loop may begin anywhere, and has a direction", () => {
    const wanted = [
      ["a", "b", "c"],
      ["d", "e"],
    ];
    expect(
      shaped(
        "loops",
        [
          ["e", "d"],
          ["c", "a", "b"],
        ],
        wanted,
      ),
    ).toBe(true);
    expect(
      shaped(
        "loops",
        [
          ["d", "e"],
          ["a", "c", "b"],
        ],
        wanted,
      ),
    ).toBe(false);
    expect(shaped("loops", [["a", "b", "c"]], wanted)).toBe(false);
    expect(shaped("loops", [], [])).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { diameterOn, scaleOf, stepOn, type Scale } from "./scale.ts";

const scaleFor = (figures: readonly number[]): Scale => scaleOf(figures) ?? expect.fail("there is no scale");
const stepsOf = (figures: readonly number[]): readonly number[] => {
  const scale = scaleFor(figures);
  return figures.map((figure) => stepOn(scale, figure));
};

describe("a scale", () => {
  it("[P53] goes from the least figure to the largest in five equal steps, and equal figures share one", () => {
    expect(scaleOf([4, 0, 10, 4])).toEqual({
      type: "sequential",
      low: 0,
      high: 10,
      isBeyondLow: false,
      isBeyondHigh: false,
    });
    // the steps begin at 0, 2, 4, 6 and 8
    expect(stepsOf([4, 0, 10, 4, 1.9, 2, 7.9, 8])).toEqual([2, 0, 4, 2, 0, 1, 3, 4]);
  });

  it("[P53] has no figures, no scale; one figure, or all alike, stand in the middle of it", () => {
    expect(scaleOf([])).toBeUndefined();
    expect(scaleOf([Number.NaN, Number.POSITIVE_INFINITY])).toBeUndefined();
    expect(stepsOf([7])).toEqual([2]);
    expect(stepsOf([0, 0, 0])).toEqual([2, 2, 2]);
    expect(diameterOn(scaleFor([0]), 0)).toBe(10);
  });

  it("[P53] goes both ways from zero as soon as a figure is negative, as far on either side", () => {
    expect(scaleOf([-0.5, 2, 0])).toEqual({ type: "diverging", reach: 2, isBeyond: false });
    expect(stepsOf([-0.5, 2, 0, -2, 1])).toEqual([-1, 3, 0, -3, 2]);
    expect(stepsOf([-1])).toEqual([-3]);
  });

  it("[P53] is not stretched by an outlier, which stands at its end", () => {
    // quartiles 2.5 and 6.5: nothing beyond 12.5 counts
    const figures = [1, 2, 3, 4, 5, 6, 7, 8, 1000];
    expect(scaleOf(figures)).toMatchObject({ low: 1, high: 8, isBeyondHigh: true, isBeyondLow: false });
    expect(stepsOf(figures)).toEqual([0, 0, 1, 2, 2, 3, 4, 4, 4]);
    expect(diameterOn(scaleFor(figures), 1000)).toBe(54);
    // of few figures none is called an outlier, and with half of them alike there is nothing to tell one by
    expect(scaleOf([1, 2, 1000])).toMatchObject({ high: 1000, isBeyondHigh: false });
    expect(scaleOf([0, 0, 0, 0, 0, 0, 0, 0, 5])).toMatchObject({ high: 5, isBeyondHigh: false });
  });

  it("[P54] draws discs whose area is in proportion to the figure, whatever its sign", () => {
    const scale = scaleFor([0, 25, 100]);
    expect([0, 25, 100].map((figure) => diameterOn(scale, figure))).toEqual([10, 27, 54]);
    const both = scaleFor([-100, 25]);
    expect([-100, 25, -25].map((figure) => diameterOn(both, figure))).toEqual([54, 27, 27]);
  });

  it("[P53, P54] keeps the order of figures, within its steps and sizes, for any figures at all", () => {
    const random = createSeeded(5);
    for (let run = 0; run < 200; run += 1) {
      const n = 1 + Math.floor(random() * 40);
      // from a millionth to a million, some below zero, some alike
      const draw = () => Math.round((random() - (run % 3 === 0 ? 0.5 : 0)) * 20) * 10 ** Math.floor(random() * 12 - 6);
      const sorted = Array.from({ length: n }, draw).sort((a, b) => a - b);
      const scale = scaleFor(sorted);
      const steps = sorted.map((figure) => stepOn(scale, figure));
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      const [least, most] = scale.type === "diverging" ? [-3, 3] : [0, 4];
      for (const step of steps) expect(Number.isInteger(step) && step >= least && step <= most).toBe(true);
      for (const figure of sorted)
        expect([10, 54].includes(diameterOn(scale, figure)) || diameterOn(scale, figure) < 54).toBe(true);
    }
  });
});

/** Numbers from 0 to 1, the same at every run (Park and Miller, 1988). */
function createSeeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

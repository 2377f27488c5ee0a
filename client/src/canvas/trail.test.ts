import { describe, expect, it } from "vitest";
import { fade, GLOW_MS, glowsOf, lengthen, type TrailPoint } from "./trail.ts";

describe("the trail of a laser", () => {
  it("[F67] follows the pointer, fades from its end, and is gone a while after it rests", () => {
    let trail: readonly TrailPoint[] = [];
    for (let step = 0; step < 4; step += 1) trail = lengthen(trail, [step, 0], step * 100);
    trail = lengthen(trail, [3, 0], 350);
    expect(trail).toHaveLength(4);
    const glows = glowsOf(trail, 300);
    expect(glows.map(({ from, to }) => [from[0], to[0]])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(glows.map(({ light }) => light)).toEqual(glows.map(({ light }) => light).toSorted((a, b) => a - b));
    expect(glows.at(-1)?.light).toBe(1);
    expect(fade(trail, 350)).toBe(trail);
    expect(fade(trail, GLOW_MS + 100).map(({ at }) => at[0])).toEqual([2, 3]);
    expect(fade(trail, GLOW_MS + 300)).toEqual([]);
  });
});

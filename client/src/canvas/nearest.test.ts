import type { Placed } from "@palabre/shared/outline";
import { newCardId, type CardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { findClosest, findNearest, type Direction } from "./nearest.ts";

/** A square of 100 px with its middle at [x, y]. */
const at = (x: number, y: number): Placed => ({
  id: newCardId(),
  box: { x: x - 50, y: y - 50, width: 100, height: 100 },
});

describe("the nearest card in a direction", () => {
  const here = at(0, 0);
  const [left, right, above, below, farRight] = [at(-200, 20), at(200, -20), at(10, -200), at(-10, 200), at(500, 0)];
  const all = [here, left, right, above, below, farRight];

  it.each<[Direction, CardId]>([
    ["left", left.id],
    ["right", right.id],
    ["up", above.id],
    ["down", below.id],
  ])("%s", (direction, id) => {
    expect(findNearest(here, all, direction)).toBe(id);
  });

  it("is one straight ahead rather than a nearer one aside", () => {
    const aside = at(150, 140);
    const ahead = at(300, 0);
    expect(findNearest(here, [aside, ahead], "right")).toBe(ahead.id);
  });

  it("is never one behind, nor the one left", () => {
    expect(findNearest(here, [here, left], "right")).toBeUndefined();
  });

  it("may lie steeply aside while its side is still beside ours", () => {
    const beside = at(40, 90);
    expect(findNearest(here, [beside], "right")).toBe(beside.id);
  });

  it("does not depend on the order in which cards come", () => {
    const twins = [at(200, 100), at(200, -100)];
    expect(findNearest(here, twins, "right")).toBe(findNearest(here, twins.toReversed(), "right"));
  });
});

describe("cards", () => {
  it("are found by a point near their middle", () => {
    const [a, b] = [at(0, 0), at(300, 0)];
    expect([findClosest([260, 40], [a, b]), findClosest([0, 0], [])]).toEqual([b.id, undefined]);
  });
});

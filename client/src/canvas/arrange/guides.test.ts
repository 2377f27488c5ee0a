import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "../box.ts";
import { guidesOf, holdAt, linesOf } from "./guides.ts";

const box = fc.record({
  x: fc.integer({ min: -400, max: 400 }),
  y: fc.integer({ min: -400, max: 400 }),
  width: fc.integer({ min: 20, max: 300 }),
  height: fc.integer({ min: 20, max: 300 }),
});
const boxes = fc.array(box, { maxLength: 12 });
const REACH = 8;

const pointsOf = (each: Box, axis: "x" | "y") => {
  const [start, length] = axis === "x" ? [each.x, each.width] : [each.y, each.height];
  return { sides: [start, start + length], middle: start + length / 2 };
};
/** What holdAt does, by asking every pair. */
const nearestOf = (moving: Box, others: readonly Box[], axis: "x" | "y"): number => {
  const mine = pointsOf(moving, axis);
  const apart = others.flatMap((other) => {
    const its = pointsOf(other, axis);
    return [...mine.sides.flatMap((a) => its.sides.map((b) => b - a)), its.middle - mine.middle];
  });
  return Math.min(Infinity, ...apart.map(Math.abs).filter((by) => by <= REACH));
};

describe("the lines that hold a drag", () => {
  it("[B27] hold it at the nearest line of all within reach, and leave it alone where there is none", () => {
    fc.assert(
      fc.property(box, boxes, (moving, others) => {
        const held = holdAt(moving, linesOf(others), REACH);
        for (const [at, axis] of (["x", "y"] as const).entries()) {
          const nearest = nearestOf(moving, others, axis);
          expect(Math.abs(held[at] ?? 0)).toBe(nearest === Infinity ? 0 : nearest);
        }
      }),
    );
  });

  it("[B27] once held it stays held, and each line that is drawn is one of another's too", () => {
    fc.assert(
      fc.property(box, boxes, (moving, others) => {
        const lines = linesOf(others);
        const [dx, dy] = holdAt(moving, lines, REACH);
        const held = { ...moving, x: moving.x + dx, y: moving.y + dy };
        expect(holdAt(held, lines, REACH)).toEqual([0, 0]);
        for (const { axis, at, from, to } of guidesOf(held, lines)) {
          const near = (each: Box) => {
            const { sides, middle } = pointsOf(each, axis);
            return [...sides, middle].some((point) => Math.abs(point - at) < 1);
          };
          expect(near(held) && others.some(near)).toBe(true);
          expect(from <= to).toBe(true);
        }
      }),
    );
  });
});

import type { Pair } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readStroke, simplify, strokeOf, svgPath, writeStroke } from "./stroke.ts";

const coordinate = fc.double({ min: -5_000, max: 5_000, noNaN: true });
const drawn = fc.array(fc.tuple(coordinate, coordinate) as fc.Arbitrary<Pair>, { minLength: 1, maxLength: 60 });

it("[B52] a line that a hand drew is read as it was written, and lies in its box", () => {
  fc.assert(
    fc.property(drawn, (points) => {
      const { position, stroke } = strokeOf(points)!;
      expect(readStroke(writeStroke(stroke))).toEqual(stroke);
      for (const [x, y] of stroke.points)
        expect(x >= 0 && y >= 0 && x <= stroke.size[0] && y <= stroke.size[1]).toBe(true);
      const [first] = points;
      expect(Math.abs(position[0] + stroke.points[0]![0] - first![0])).toBeLessThanOrEqual(1);
    }),
  );
});

it("[B52] points on a straight way are left out, a corner is kept", () => {
  const way: Pair[] = [
    ...Array.from({ length: 50 }, (_, i): Pair => [i, 0]),
    ...Array.from({ length: 50 }, (_, i): Pair => [49, i]),
  ];
  expect(simplify(way, 0.7)).toEqual([
    [0, 0],
    [49, 0],
    [49, 49],
  ]);
});

it("[B52] what is no line is none, and a dot is drawn", () => {
  const others = [
    undefined,
    "",
    "M0 0",
    "10 10",
    "10 10 5",
    "0 10 1 1",
    "10 10 1 1; url(x)",
    "1e9 1 1 1",
    "10 10 NaN 1",
  ];
  expect(others.map((path) => readStroke(path))).toEqual(others.map(() => undefined));
  expect(svgPath(readStroke("10 10 4 4")!.points)).toBe("M4 4l0 0");
});

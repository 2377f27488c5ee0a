import { describe, expect, it } from "vitest";
import { drawLink, LINK_GAP_PX, pointOn, WIDTHS, type LinkEnd, type Shape, type Side } from "./linkPath.ts";

const box = (x: number, y: number, silhouette: Shape["silhouette"] = "box"): Shape => ({
  x,
  y,
  width: 200,
  height: 100,
  silhouette,
});
const on = (side: Side, shift = 0): LinkEnd => ({ side, shift });
const helps = { polarity: "+", strength: 2, delay: false } as const;
const hinders = { polarity: "-", strength: 2, delay: false } as const;
/** the numbers of a path, two by two */
const pointsOf = (d: string) => {
  const numbers = [...d.matchAll(/-?\d+(\.\d+)?/g)].map(([n]) => Number(n));
  return numbers.flatMap((n, i) => (i % 2 === 0 ? [[n, numbers[i + 1]]] : []));
};

describe("a link", () => {
  it.each<[string, Shape, LinkEnd, Shape, LinkEnd, readonly [number, number], readonly [number, number]]>([
    ["rightwards", box(0, 0), on("right"), box(500, 0), on("left"), [205, 50], [495, 50]],
    ["leftwards", box(500, 0), on("left"), box(0, 0), on("right"), [495, 50], [205, 50]],
    ["downwards", box(0, 0), on("bottom"), box(0, 400), on("top"), [100, 105], [100, 395]],
    ["upwards", box(0, 400), on("top"), box(0, 0), on("bottom"), [100, 395], [100, 105]],
    ["between cards 20 px apart", box(0, 0), on("right"), box(220, 0), on("left"), [205, 50], [215, 50]],
    ["round two sides that look the same way", box(0, 0), on("left"), box(0, 400), on("left"), [-5, 50], [-5, 450]],
  ])("%s keeps 5 px from both cards", (_, from, fromEnd, to, toEnd, start, tip) => {
    const drawn = drawLink(from, fromEnd, to, toEnd, helps);
    expect([drawn.from, drawn.to]).toEqual([start, tip]);
  });

  it("that helps ends in an arrowhead whose tip is the end, as long as its line is strong", () => {
    const { end, line } = drawLink(box(0, 0), on("right"), box(500, 0), on("left"), helps);
    const length = 7 + WIDTHS[2];
    const half = (7.5 + WIDTHS[2]) / 2;
    expect(end.type).toBe("head");
    expect(pointsOf(end.d)).toEqual([
      [495, 50],
      [495 - length, Math.round((50 - half) * 100) / 100],
      [495 - length, Math.round((50 + half) * 100) / 100],
    ]);
    expect(pointsOf(line).at(-1)).toEqual([495 - length + 1, 50]);
  });

  it("that hinders ends in a bar across, 7 px to each side of its line", () => {
    const { end } = drawLink(box(0, 0), on("bottom"), box(0, 400), on("top"), hinders);
    const half = 7 + WIDTHS[2] / 2;
    expect([end.type, end.width]).toEqual(["bar", 4]);
    const ends = pointsOf(end.d);
    expect(ends.map(([, y]) => y)).toEqual([395, 395]);
    expect(ends.map(([x]) => x).toSorted((a = 0, b = 0) => a - b)).toEqual(
      [100 - half, 100 + half].map((x) => Math.round(x * 100) / 100),
    );
  });

  it("carries its disc in the middle of its curve", () => {
    const { middle } = drawLink(box(0, 0), on("right"), box(500, 0), on("left"), hinders);
    expect(middle).toEqual([(205 + 494) / 2, 50]);
  });

  it("marks a delay by two strokes across near its start", () => {
    const { delay } = drawLink(box(0, 0), on("right"), box(500, 0), on("left"), { ...helps, delay: true });
    const [gapTop, gapBottom] = pointsOf(delay?.gap ?? "");
    expect(gapTop?.[0]).toBe(gapBottom?.[0]);
    expect(gapTop?.[0]).toBeGreaterThan(205 + 24);
    expect(gapTop?.[0]).toBeLessThan((205 + 495) / 2 - 20);
    expect(pointsOf(delay?.strokes ?? "").map(([x]) => Math.round((x ?? 0) - (gapTop?.[0] ?? 0)))).toEqual([
      -3, -3, 3, 3,
    ]);
  });

  it("that is short marks its delay clear of the disc", () => {
    const { delay, middle } = drawLink(box(0, 0), on("bottom"), box(0, 176), on("top"), { ...helps, delay: true });
    const [gap] = pointsOf(delay?.gap ?? "");
    expect(Math.abs((gap?.[1] ?? 0) - middle[1])).toBeGreaterThan(15);
  });
});

describe("an end", () => {
  it("meets the slope of a hexagon", () => {
    expect([pointOn(box(0, 0, "hexagon"), on("right")), pointOn(box(0, 0, "hexagon"), on("right", 25))]).toEqual([
      [200, 50],
      [192, 75],
    ]);
  });

  it("meets the notch of a flag, and its straight pole", () => {
    expect([pointOn(box(0, 0, "flag"), on("right")), pointOn(box(0, 0, "flag"), on("left"))]).toEqual([
      [189, 50],
      [0, 50],
    ]);
  });

  it("stays off the corners however far it is shifted", () => {
    expect(pointOn(box(0, 0), on("top", -500))).toEqual([18, 0]);
  });

  it("leaves a card in the direction of its side", () => {
    expect(LINK_GAP_PX).toBe(5);
    const [start, control] = pointsOf(drawLink(box(0, 0), on("bottom"), box(500, 300), on("left"), helps).line);
    expect([control?.[0], (control?.[1] ?? 0) > (start?.[1] ?? 0)]).toEqual([start?.[0], true]);
  });
});

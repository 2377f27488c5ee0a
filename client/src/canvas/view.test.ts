import { describe, expect, it } from "vitest";
import type { Box } from "./box.ts";
import { detailAt, firstViewport, moveToReveal, pinchViewport, viewportAround, viewportBeside } from "./view.ts";

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

describe("the first view", () => {
  it("shows the top left corner of a large board at 100 %", () => {
    expect(firstViewport([box(-500, 200, 100, 100), box(4_000, 3_000, 100, 100)], [1_000, 800])).toEqual({
      x: 532,
      y: -152,
      zoom: 1,
    });
  });

  it("shows a board that fits in the middle", () => {
    expect(firstViewport([box(100, 100, 200, 100)], [1_000, 800])).toEqual({ x: 300, y: 250, zoom: 1 });
  });

  it("has the origin of an empty board in the middle", () => {
    expect(firstViewport([], [1_000, 800])).toEqual({ x: 500, y: 400, zoom: 1 });
  });
});

describe("a view", () => {
  it("that shows a whole box is never larger than 100 %", () => {
    expect(viewportAround(box(0, 0, 100, 100), [1_000, 800])).toEqual({ x: 450, y: 350, zoom: 1 });
    const { zoom } = viewportAround(box(0, 0, 4_000, 1_000), [1_000, 800]);
    expect(zoom).toBe((1_000 - 64) / 4_000);
  });

  it("[F102] shows a whole box beside what hangs over it, where it is largest", () => {
    const size = [1_000, 800] as const;
    const seen = ({ x, y, width, height }: Box, hanging: readonly Box[]) => {
      const view = viewportBeside(box(x, y, width, height), size, hanging);
      return [x * view.zoom + view.x, y * view.zoom + view.y, width * view.zoom, height * view.zoom].map(Math.round);
    };
    const tall = box(0, 0, 280, 784);
    expect(seen(tall, [])).toEqual([374, 48, 251, 704]);
    // beside a sheet
    expect(seen(tall, [box(16, 0, 400, 350)])).toEqual([582, 48, 251, 704]);
    // below a strip that takes the width, which is also above the sheet
    expect(seen(tall, [box(100, 0, 800, 100), box(16, 100, 400, 350)])).toEqual([600, 148, 216, 604]);
    // a wide one lies better below
    expect(seen(box(0, 0, 900, 300), [box(16, 0, 400, 350)])).toEqual([50, 425, 900, 300]);
    // between a sheet and a slip on the other side
    expect(seen(tall, [box(16, 0, 300, 350), box(800, 350, 190, 50)])).toEqual([432, 48, 251, 704]);
    // too low for titles below it: the beginning, as large as all of it without the sheet
    expect(seen(tall, [box(0, 0, 1_000, 500)])).toEqual([374, 532, 251, 704]);
    // where nothing is left, as if nothing hung there
    expect(seen(tall, [box(0, 0, 1_000, 780)])).toEqual([374, 48, 251, 704]);
  });

  it("moves just so far that a box is seen", () => {
    const view = { x: 0, y: 0, zoom: 1 };
    const room = [1_000, 800] as const;
    expect(moveToReveal(box(100, 100, 200, 100), view, room)).toEqual([0, 0]);
    expect(moveToReveal(box(-100, 100, 200, 100), view, room)).toEqual([132, 0]);
    expect(moveToReveal(box(900, 790, 200, 100), view, room)).toEqual([-132, -122]);
    expect(moveToReveal(box(0, 0, 5_000, 100), view, room)).toEqual([0, 32]);
  });

  it("tells all, the title or a block, in steps", () => {
    expect([1, 0.75, 0.74, 0.35, 0.34, 0.1].map(detailAt)).toEqual(["all", "all", "title", "title", "block", "block"]);
  });

  it("keeps under two fingers what lay under them", () => {
    const before = { x: 10, y: 20, zoom: 1 };
    const at = (view: typeof before, [x, y]: readonly [number, number]) => [
      (x - view.x) / view.zoom,
      (y - view.y) / view.zoom,
    ];
    const after = pinchViewport(
      before,
      [
        [100, 100],
        [200, 100],
      ],
      [
        [80, 150],
        [280, 150],
      ],
    );
    expect(after.zoom).toBe(2);
    expect([at(after, [80, 150]), at(after, [280, 150])]).toEqual([at(before, [100, 100]), at(before, [200, 100])]);
    expect(
      pinchViewport(
        before,
        [
          [100, 100],
          [200, 100],
        ],
        [
          [0, 100],
          [900, 100],
        ],
      ).zoom,
    ).toBe(2);
  });
});

import { describe, expect, it } from "vitest";
import { placesInSight, placesWith, scrollTo, type Geometry } from "./geometry.ts";

const big: Geometry = { cell: [40, 30], head: [200, 120], foot: [60, 30], rows: 60, columns: 60 };
const sight = { left: 400, top: 300, width: 660, height: 450 };

describe("the window of the matrix", () => {
  it("[P76] draws the cells in sight and few around them, whatever the size of the board", () => {
    expect(placesInSight(big, sight)).toEqual({ rows: [6, 24], columns: [6, 24] });
    expect(placesInSight({ ...big, rows: 300, columns: 300 }, sight)).toEqual({ rows: [6, 24], columns: [6, 24] });
    expect(placesInSight({ ...big, rows: 3, columns: 2 }, { ...sight, left: 0, top: 0 })).toEqual({
      rows: [0, 3],
      columns: [0, 2],
    });
    expect(placesInSight({ ...big, rows: 0, columns: 0 }, sight)).toEqual({ rows: [0, 0], columns: [0, 0] });
    expect(placesInSight(big, { left: 0, top: 0, width: 0, height: 0 })).toEqual({ rows: [0, 4], columns: [0, 4] });
  });

  it("[P76] keeps the cell that has the keyboard, and brings it out from under the frozen margins", () => {
    expect(placesWith([2, 5], 3, 60)).toEqual([2, 3, 4]);
    expect(placesWith([2, 5], 0, 60)).toEqual([0, 2, 3, 4]);
    expect(placesWith([2, 5], 9, 60)).toEqual([2, 3, 4, 9]);
    // the sums are drawn anyway
    expect(placesWith([2, 5], 60, 60)).toEqual([2, 3, 4]);
    expect(scrollTo(big, sight, [10, 10])).toEqual([400, 300]);
    expect(scrollTo(big, sight, [0, 0])).toEqual([0, 0]);
    expect(scrollTo(big, sight, [59, 59])).toEqual([2000, 1500]);
    expect(scrollTo(big, sight, [60, 60])).toEqual([400, 300]);
  });
});

import { describe, expect, it } from "vitest";
import { moveBy, placeAfter, rangeOf } from "./moves.ts";

const size = [10, 8] as const;
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

describe("the keys of the matrix", () => {
  it("[P77] arrows, Home, End and the page keys lead from cell to cell and end at the edges", () => {
    const from = (key: string, isCtrl = false) => placeAfter(press(key, isCtrl), [4, 3], size, 5);
    expect([from("ArrowUp"), from("ArrowDown"), from("ArrowLeft"), from("ArrowRight")]).toEqual([
      [3, 3],
      [5, 3],
      [4, 2],
      [4, 4],
    ]);
    expect([from("ArrowUp", true), from("ArrowDown", true), from("ArrowRight", true)]).toEqual([
      [0, 3],
      [9, 3],
      [4, 7],
    ]);
    expect([from("Home"), from("End"), from("Home", true), from("End", true)]).toEqual([
      [4, 0],
      [4, 7],
      [0, 0],
      [9, 7],
    ]);
    expect([from("PageUp"), from("PageDown"), from("x")]).toEqual([[0, 3], [9, 3], undefined]);
    expect(placeAfter(press("ArrowUp"), [0, 0], size, 5)).toEqual([0, 0]);
    expect(moveBy([9, 7], "down", size)).toEqual([9, 7]);
    expect(moveBy([1, 1], "left", size)).toEqual([1, 0]);
  });

  it("[P77] what is chosen lies between two corners, whichever comes first, sums left out", () => {
    expect(rangeOf([4, 3], [2, 5], [9, 7])).toEqual({ rows: [2, 5], columns: [3, 6] });
    expect(rangeOf([1, 1], [9, 7], [9, 7])).toEqual({ rows: [1, 9], columns: [1, 7] });
    expect(rangeOf([9, 7], [9, 7], [9, 7])).toEqual({ rows: [9, 9], columns: [7, 7] });
  });
});

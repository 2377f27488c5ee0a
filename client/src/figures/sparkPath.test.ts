import { describe, expect, it } from "vitest";
import { sparkPath } from "./sparkPath.ts";

describe("a sparkline", () => {
  it("[P7] begins at zero and puts its largest value at the top", () => {
    // 56 × 28: ground at 27, top at 3; x from 2 to 52
    expect(sparkPath([0, 5, 10], 56, 28)).toEqual({
      line: "M2 27L27 15L52 3",
      area: "M2 27L27 15L52 3L52 27L2 27Z",
      last: [52, 3],
    });
  });
  it("[P7] of zeros lies on the ground, and of one value is no line", () => {
    expect(sparkPath([0, 0], 56, 28)?.line).toBe("M2 27L52 27");
    expect(sparkPath([7], 56, 28)).toBeUndefined();
    expect(sparkPath([], 56, 28)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { inOrder } from "./inOrder.ts";

describe("a comparison of two versions", () => {
  it("[H22] goes from the earlier to the later, whichever was chosen first", () => {
    const early = { at: 1_000, seq: 4 };
    const late = { at: 2_000, seq: 9 };
    expect(inOrder(early, late)).toEqual([early, late]);
    expect(inOrder(late, early)).toEqual([early, late]);
    expect(inOrder(late, undefined)).toEqual([late, undefined]);
  });

  it("[H22] goes by what was kept in them where both are of one moment", () => {
    const early = { at: 1_000, seq: 4 };
    const late = { at: 1_000, seq: 5 };
    expect(inOrder(late, early)).toEqual([early, late]);
    expect(inOrder(early, late)).toEqual([early, late]);
  });
});

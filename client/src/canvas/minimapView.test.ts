import { describe, expect, it } from "vitest";
import { fromPlan, planOf, toPlan } from "./minimapView.ts";

describe("the plan of a board", () => {
  const seen = { x: 0, y: 0, width: 1_000, height: 800 };
  const size = [176, 112] as const;

  it("holds all cards and what is looked at", () => {
    const far = { x: -3_000, y: 2_000, width: 200, height: 100 };
    const plan = planOf([far], seen, size);
    for (const box of [seen, far]) {
      const { x, y, width, height } = toPlan(plan, box);
      expect([x >= 5.99, y >= 5.99, x + width <= 170.01, y + height <= 106.01]).toEqual([true, true, true, true]);
    }
  });

  it("leads back to where one points", () => {
    const plan = planOf([], seen, size);
    const { x, y } = toPlan(plan, { x: 123, y: 456, width: 0, height: 0 });
    const [backX, backY] = fromPlan(plan, [x, y]);
    expect([Math.round(backX), Math.round(backY)]).toEqual([123, 456]);
  });
});

import { describe, expect, it } from "vitest";
import { fromPlan, planOf, toPlan } from "./minimapView.ts";

describe("the plan of a board", () => {
  const seen = { x: 0, y: 0, width: 1_000, height: 800 };
  const size = [176, 112] as const;

  it("holds all cards and what is looked at", () => {
    const far = { x: -3_000, y: 2_000, width: 200, height: 100 };
    const plan = planOf(far, seen, size);
    for (const box of [seen, far]) {
      const { x, y, width, height } = toPlan(plan, box);
      expect([x >= 5.99, y >= 5.99, x + width <= 170.01, y + height <= 106.01]).toEqual([true, true, true, true]);
    }
  });

  it("stays the same while a hand moves the view a little, also past the last card", () => {
    const cards = { x: 0, y: 0, width: 4_000, height: 3_000 };
    const plans = [0, -40, -400, -999].map((x) => planOf(cards, { ...seen, x }, size));
    expect(new Set(plans.slice(1).map(({ scale }) => scale)).size).toBe(1);
    expect(plans[0]?.scale).toBeGreaterThan(plans[1]?.scale ?? 1);
    expect(planOf(cards, { ...seen, x: -1_001 }, size).scale).toBeLessThan(plans[3]?.scale ?? 0);
  });

  it("leads back to where one points", () => {
    const plan = planOf(undefined, seen, size);
    const { x, y } = toPlan(plan, { x: 123, y: 456, width: 0, height: 0 });
    const [backX, backY] = fromPlan(plan, [x, y]);
    expect([Math.round(backX), Math.round(backY)]).toEqual([123, 456]);
  });
});

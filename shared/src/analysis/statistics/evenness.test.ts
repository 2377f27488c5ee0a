import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenness } from "./evenness.ts";

const shares = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 40 });
/** The definition, pair by pair. */
const byDefinition = (values: readonly number[]): number => {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((sum, value) => sum + value, 0);
  return 1 - differences / (2 * n * (n - 1) * mean);
};

describe("evenness", () => {
  it("[F66] is 1 when all have as much, 0 when one has everything, and the worked values between", () => {
    expect(evenness([4, 4, 4])).toBe(1);
    expect(evenness([12, 0, 0])).toBe(0);
    expect(evenness([0, 7])).toBe(0);
    expect(evenness([6, 3, 3])).toBeCloseTo(0.75, 12);
    for (const few of [[], [5], [0, 0]]) expect(evenness(few)).toBeUndefined();
  });

  it("[F66] is its definition, whatever the order and the unit", () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 2, max: 9 }), (values, unit) => {
        const figure = evenness(values);
        if (values.every((value) => value === 0)) {
          expect(figure).toBeUndefined();
          return;
        }
        expect(figure).toBeCloseTo(byDefinition(values), 9);
        expect(evenness(values.toReversed())).toBeCloseTo(figure ?? 0, 9);
        expect(evenness(values.map((value) => value * unit))).toBeCloseTo(figure ?? 0, 9);
      }),
      { examples: [[[0, 0], 2]] },
    );
  });

  it("[F66] rises when who has more gives to who has less", () => {
    fc.assert(
      fc.property(shares, (values) => {
        const order = values.toSorted((a, b) => a - b);
        const [least = 0, most = 0] = [order[0], order.at(-1)];
        fc.pre(most - least >= 2);
        const shared = [least + 1, ...order.slice(1, -1), most - 1];
        expect(evenness(shared) ?? 0).toBeGreaterThan(evenness(order) ?? 0);
      }),
    );
  });
});

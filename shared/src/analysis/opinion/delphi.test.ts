import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeQuartiles, QUARTILE_DEFINITIONS, readDelphi } from "./index.ts";

const round = (...values: readonly number[]) => new Map(values.map((value, person) => [`p${person}`, value]));
const scale = { min: 1, max: 5 };

describe("quartiles", () => {
  it("[M84] are worked out by hand for four and five values in each definition", () => {
    const of = (...values: readonly number[]) =>
      Object.fromEntries(QUARTILE_DEFINITIONS.map((definition) => [definition, computeQuartiles(values, definition)]));
    expect(of(4, 2, 1, 3)).toEqual({
      "halves-without-median": [1.5, 2.5, 3.5],
      "halves-with-median": [1.5, 2.5, 3.5],
      "halves-mean": [1.5, 2.5, 3.5],
      "type-6": [1.25, 2.5, 3.75],
      "type-7": [1.75, 2.5, 3.25],
    });
    expect(of(1, 2, 3, 4, 5)).toEqual({
      "halves-without-median": [1.5, 3, 4.5],
      "halves-with-median": [2, 3, 4],
      "halves-mean": [1.75, 3, 4.25],
      "type-6": [1.5, 3, 4.5],
      "type-7": [2, 3, 4],
    });
  });

  it("[M84] of one value are it where the definition has them, and of none are undefined", () => {
    const of = (values: readonly number[]) =>
      QUARTILE_DEFINITIONS.map((definition) => computeQuartiles(values, definition));
    const none = undefined;
    expect(of([7])).toEqual([
      [none, 7, none],
      [7, 7, 7],
      [none, 7, none],
      [7, 7, 7],
      [7, 7, 7],
    ]);
    expect(of([])).toEqual(QUARTILE_DEFINITIONS.map(() => [none, none, none]));
  });

  it("[M84] rise, lie between the values, and turn with them", () => {
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.constantFrom(...QUARTILE_DEFINITIONS), (given, definition) => {
        const [low = 0, median = 0, high = 0] = computeQuartiles(given, definition);
        const line = [Math.min(...given), low, median, high, Math.max(...given)];
        expect(line.toSorted((a, b) => a - b)).toEqual(line);
        const turned = computeQuartiles(
          given.map((value) => -value),
          definition,
        );
        for (const [place, value] of [high, median, low].entries()) expect(turned[place]).toBeCloseTo(-value, 9);
      }),
    );
  });
});

describe("a Delphi item", () => {
  it("[M85] is agreed when the middle half lies within one point of five to nine, or a fifth of any other scale", () => {
    expect(readDelphi([round(3, 4, 4, 4, 5)], scale)).toEqual({
      state: "known",
      n: 5,
      lower: 4,
      median: 4,
      upper: 4,
      range: 0,
      isAgreed: true,
      isStable: undefined,
      changed: undefined,
      verdict: "agreed",
      camps: undefined,
    });
    const verdictOf = (values: readonly number[], on: { min: number; max: number; step?: number }) => {
      const read = readDelphi([round(...values)], on);
      return read.state === "known" ? read.verdict : read.state;
    };
    expect(verdictOf([2, 2, 3, 3, 5], scale)).toBe("agreed");
    expect(verdictOf([1, 2, 3, 4, 5], scale)).toBe("open");
    // a fifth of 0 to 100 is 20 points
    expect(verdictOf([40, 40, 50, 60, 60], { min: 0, max: 100 })).toBe("agreed");
    expect(verdictOf([40, 40, 50, 61, 61], { min: 0, max: 100 })).toBe("open");
    // nine points of half a step: one point is a half
    expect(verdictOf([1, 2, 2, 2.5, 3], { min: 1, max: 5, step: 0.5 })).toBe("agreed");
    expect(verdictOf([1, 2, 2, 3, 3], { min: 1, max: 5, step: 0.5 })).toBe("open");
  });

  it("[M85] that no longer moves without agreeing is a stable disagreement, whose camps are shown", () => {
    const split = round(1, 1, 1, 2, 1, 5, 5, 4, 5, 5);
    expect(readDelphi([split, split], scale)).toMatchObject({
      verdict: "stable-disagreement",
      isStable: true,
      changed: 0,
      camps: [
        { n: 5, median: 1, from: 1, to: 2 },
        { n: 5, median: 5, from: 4, to: 5 },
      ],
    });
    // a camp of fewer than five is not shown
    const lone = round(1, 1, 1, 5, 5, 5);
    expect(readDelphi([lone, lone], scale)).toMatchObject({ verdict: "stable-disagreement", camps: undefined });
  });

  it("[M85] is stable too when fewer than 15 % changed, and open while it moves", () => {
    const before = round(1, 1, 1, 1, 5, 5, 5, 5);
    // one of eight changed, 12.5 %, and the median with it
    const after = new Map([...before, ["p0", 5]]);
    expect(readDelphi([before, after], scale)).toMatchObject({ isStable: true, changed: 0.125 });
    const moved = new Map([...before, ["p0", 3], ["p1", 3]]);
    expect(readDelphi([before, moved], scale)).toMatchObject({ isStable: false, changed: 0.25, verdict: "open" });
    // other people than before: nothing is known of who changed
    const others = new Map([...before].map(([person, value]) => [`other ${person}`, 6 - value]));
    expect(readDelphi([before, others], scale)).toMatchObject({ isStable: true, changed: undefined });
  });

  it("[M85, M86] is said from five people on, and compared with a round of five", () => {
    expect(readDelphi([], scale)).toEqual({ state: "insufficient", n: 0, needs: 5 });
    expect(readDelphi([round(1, 2, 3, 4, 9)], scale)).toEqual({ state: "insufficient", n: 4, needs: 5 });
    expect(readDelphi([round(3, 3), round(1, 2, 3, 4, 5)], scale)).toMatchObject({
      isStable: undefined,
      verdict: "open",
    });
    expect(readDelphi([round(3, 3, 3, 3, 3)], { min: 3, max: 3 })).toEqual({ state: "undefined", n: 5 });
  });

  it("[M85] hangs on no order of people", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 16 }), (values) => {
        const people = round(...values);
        const turned = new Map([...people].toReversed());
        expect(readDelphi([turned, turned], scale)).toEqual(readDelphi([people, people], scale));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newLinkId } from "../../terms/index.ts";
import type { SignedMap } from "../structure/index.ts";
import { isSame, settle } from "./settle.ts";
import { hasOneRest } from "./stability.ts";
import { createWires } from "./wires.ts";

const SIZE = 6;
const cards: SignedMap["cards"] = Array.from({ length: SIZE }, () => ({ id: newCardId(), kind: "factor" }));
type Arrow = readonly [from: number, to: number, strength: number];
const wire = (arrows: readonly Arrow[]) =>
  createWires({
    cards,
    links: arrows.map(([from, to, strength]) => ({
      id: newLinkId(),
      from,
      to,
      polarity: strength < 0 ? -1 : 1,
      strength: Math.abs(strength),
      isDelayed: false,
    })),
  });
const free = Int32Array.from([1, 2, 3, 4, 5]);

describe("one resting point", () => {
  it("[M39] is certain without loops, however strong, and up to loops of full strength", () => {
    const chain: readonly Arrow[] = [
      [1, 2, 3],
      [1, 3, 3],
      [2, 4, 3],
      [3, 4, 3],
      [4, 5, 3],
    ];
    expect(hasOneRest(wire(chain), free, 1)).toBe(true);
    expect(hasOneRest(wire([...chain, [5, 4, -3]]), free, 1)).toBe(true);
    // two loops of full strength through one card go beyond
    expect(hasOneRest(wire([...chain, [5, 4, 3], [5, 3, 3]]), free, 1)).toBe(false);
    // a card that is held is in no loop
    expect(hasOneRest(wire([...chain, [5, 4, 3], [5, 3, 3]]), Int32Array.from([1, 2, 3, 5]), 1)).toBe(true);
    expect(hasOneRest(wire([]), Int32Array.from([]), 1)).toBe(true);
  });

  it("[M39] is where every start ends, when it is certain", () => {
    const arrows = fc.array(
      fc
        .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.constantFrom(-3, -2, -1, 1, 2))
        .filter(([from, to]) => from !== to),
      { maxLength: 9 },
    );
    const level = fc.double({ min: -1, max: 1, noNaN: true });
    const start = fc.array(level, { minLength: SIZE, maxLength: SIZE });
    fc.assert(
      fc.property(arrows, start, start, (drawn, one, other) => {
        const wires = wire(drawn);
        fc.pre(hasOneRest(wires, free, 1));
        const ends = [one, other].map((levels) =>
          settle(wires, free, Float64Array.from([1, ...levels.slice(1)]), {
            lambda: 1,
            threshold: 1e-12,
            maxSteps: 20_000,
          }),
        );
        const [left, right] = ends;
        const haveSettled = ends.every(({ outcome }) => outcome === "settled");
        // what is asked is let off by 1e-6; at the border a start creeps up on it by the cube of what is left: with this threshold it stops up to 2e-4 before, or is on its way
        const isAtBorder = !hasOneRest(wires, free, 1 + 2e-6);
        const within = haveSettled ? (isAtBorder ? 1e-3 : 1e-5) : 0.05;
        expect(left && right && isSame(left.state, right.state, within)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { appendOption, dropOption, placeOf, removeOption, stepOption, tierOf, type Tiers } from "./tiers.ts";

const NAMES = ["a", "b", "c", "d", "e"];
const anyTiers: fc.Arbitrary<Tiers<string>> = fc
  .tuple(fc.shuffledSubarray(NAMES), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([order, joins]) => {
    const tiers: string[][] = [];
    for (const [place, option] of order.entries()) {
      const last = tiers.at(-1);
      if (joins[place] === true && last) last.push(option);
      else tiers.push([option]);
    }
    return tiers;
  });
/** As sets: in which order those of one place are written means nothing. */
const plain = (tiers: Tiers<string>) => tiers.map((tier) => [...tier].sort().join("")).join(">");

it("[V40] whatever is done to an order, each option stands in it once at most, and no place is empty", () => {
  fc.assert(
    fc.property(anyTiers, fc.constantFrom(...NAMES), fc.nat(6), fc.boolean(), (tiers, option, at, isOn) => {
      const drop = isOn && tiers.length > 0 ? { on: at % tiers.length } : { before: at % (tiers.length + 1) };
      const done = [
        appendOption(tiers, option),
        removeOption(tiers, option),
        dropOption(tiers, option, drop),
        stepOption(tiers, option, -1),
        stepOption(tiers, option, 1),
      ];
      for (const next of done) {
        const all = next.flat();
        expect(new Set(all).size).toBe(all.length);
        expect(next.every(({ length }) => length > 0)).toBe(true);
      }
      expect(tierOf(dropOption(tiers, option, drop), option)).not.toBe(-1);
    }),
  );
});

it("[V40] a step up and a step down take each other back, and steps alone reach every order with its ties", () => {
  fc.assert(
    fc.property(anyTiers, fc.constantFrom(...NAMES), (tiers, option) => {
      for (const by of [-1, 1] as const) {
        const next = stepOption(tiers, option, by);
        if (next === tiers) continue;
        expect(plain(stepOption(next, option, by === 1 ? -1 : 1))).toBe(plain(tiers));
      }
    }),
  );
  const reached = new Set<string>();
  const queue: Tiers<string>[] = [[["a"], ["b"], ["c"]]];
  for (let tiers = queue.pop(); tiers; tiers = queue.pop()) {
    if (reached.has(plain(tiers))) continue;
    reached.add(plain(tiers));
    for (const option of ["a", "b", "c"]) for (const by of [-1, 1] as const) queue.push(stepOption(tiers, option, by));
  }
  // the weak orders of three
  expect(reached.size).toBe(13);
});

it("[V40] after two who share the first place comes the third", () => {
  const tiers = [["a", "b"], ["c"]];
  expect([placeOf(tiers, 0), placeOf(tiers, 1)]).toEqual([1, 3]);
});

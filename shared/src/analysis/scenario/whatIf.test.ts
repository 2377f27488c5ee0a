import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, type CardId } from "../../terms/index.ts";
import type { CausalPath, MapLink, SignedMap } from "../structure/index.ts";
import { explainEffect, runWhatIf } from "./index.ts";

/** [from, to, signed strength] */
type Arrow = readonly [from: number, to: number, strength: number];

function drawMap(size: number, arrows: readonly Arrow[]): SignedMap {
  return {
    cards: Array.from({ length: size }, () => ({ id: newCardId(), kind: "factor" })),
    links: arrows.map(([from, to, strength]): MapLink => ({
      id: newLinkId(),
      from,
      to,
      polarity: strength < 0 ? -1 : 1,
      strength: Math.abs(strength),
      isDelayed: false,
    })),
  };
}
const idAt = (map: SignedMap, card: number): CardId => map.cards[card]?.id ?? newCardId();
const levelsOf = (map: SignedMap, levels: readonly (readonly [card: number, level: number])[]) =>
  new Map(levels.map(([card, level]) => [idAt(map, card), level]));

/** Effects in the order of the cards. */
function ask(map: SignedMap, ...levels: readonly (readonly [card: number, level: number])[]) {
  const { effects, ...rest } = runWhatIf(map, levelsOf(map, levels));
  return { ...rest, effects: map.cards.map(({ id }) => effects.get(id)) };
}
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5) as number);

describe("what if", () => {
  it("[M37] follows the influences with their signs to where the map settles", () => {
    const map = drawMap(5, [
      [0, 1, 3],
      [1, 2, -3],
      [0, 3, 1],
    ]);
    const b = Math.tanh(1);
    expect(ask(map, [0, 1])).toMatchObject({
      outcome: "settled",
      effects: near([1, b, -Math.tanh(b), Math.tanh(1 / 3), 0]),
    });
    expect(ask(map, [0, -0.5]).effects).toEqual(
      near([-0.5, -Math.tanh(0.5), Math.tanh(Math.tanh(0.5)), -Math.tanh(0.5 / 3), 0]),
    );
  });

  it("[M37] leaves an undisturbed map at exactly 0, and holds what is set, cause or none", () => {
    const map = drawMap(3, [
      [0, 1, 3],
      [1, 0, 3],
      [1, 2, -2],
    ]);
    expect(ask(map)).toEqual({ effects: [0, 0, 0], outcome: "settled", steps: 1 });
    expect(ask(map, [1, 0]).effects).toEqual([0, 0, 0]);
    // b is held down although a pushes it up
    expect(ask(map, [0, 1], [1, -1]).effects).toEqual(near([1, -1, Math.tanh(2 / 3)]));
    expect(ask(map, [2, 1]).effects).toEqual([0, 0, 1]);
  });

  it("[M37] clips levels, and passes over those that are no number or on no card", () => {
    const map = drawMap(2, [[0, 1, 3]]);
    expect(ask(map, [0, 9])).toEqual(ask(map, [0, 1]));
    expect(ask(map, [0, Number.NaN]).effects).toEqual([0, 0]);
    expect(runWhatIf(map, new Map([[newCardId(), 1]])).effects.size).toBe(2);
  });

  it("[M37] adds parallel influences and clips their sum", () => {
    const sumOf = (...strengths: readonly number[]) =>
      ask(
        drawMap(
          2,
          strengths.map((strength) => [0, 1, strength]),
        ),
        [0, 1],
      ).effects[1];
    expect(sumOf(1, 1)).toBe(sumOf(2));
    expect(sumOf(3, 2)).toBe(sumOf(3));
    expect(sumOf(2, -2)).toBe(0);
  });

  it("[M35] acts from the first card on the second, never back", () => {
    const map = drawMap(2, [[0, 1, 3]]);
    expect(ask(map, [1, 1]).effects).toEqual([0, 1]);
  });

  it("[M38] says when the map oscillates, and gives the mean of the cycle", () => {
    // six cards that hold each other back as strongly as can be: all up, all down, without end
    const arrows = [0, 1, 2, 3, 4, 5].flatMap((from) =>
      [0, 1, 2, 3, 4, 5].filter((to) => to !== from).map((to): Arrow => [from, to, -3]),
    );
    const map = drawMap(7, [...arrows, ...[0, 1, 2, 3, 4, 5].map((to): Arrow => [6, to, 3])]);
    const { outcome, effects, steps } = ask(map, [6, 1]);
    expect(outcome).toBe("oscillates");
    expect(steps).toBeLessThan(1_000);
    expect(new Set(effects.slice(0, 6)).size).toBe(1);
    expect(Math.abs(effects[0] ?? 9)).toBeLessThan(0.7);
  });

  it("[M104] says that it oscillates also where no period is a whole number of steps, with the middle of the swing", () => {
    const arrows: readonly Arrow[] = [
      [4, 3, -3],
      [2, 4, -3],
      [4, 5, -3],
      [0, 1, 3],
      [2, 1, 3],
      [5, 0, -3],
      [3, 2, -3],
      [0, 2, 3],
      [5, 2, -3],
      [2, 5, 3],
      [1, 2, -3],
    ];
    const { outcome, effects } = ask(drawMap(6, arrows), [0, 0.2]);
    expect(outcome).toBe("oscillates");
    // the same by hand, for as long as it takes to see the middle
    const steps = 40_000;
    let levels = [0.2, 0, 0, 0, 0, 0];
    const sums = levels.map(() => 0);
    let farthest = 0;
    for (let step = 0; step < steps; step += 1) {
      levels = levels.map((own, card) => {
        if (card === 0) return own;
        const pull = arrows.reduce(
          (sum, [from, to, strength]) => sum + (to === card ? (levels[from] ?? 0) * strength : 0),
          0,
        );
        return (own + Math.tanh(pull / 3)) / 2;
      });
      for (const [card, level] of levels.entries()) sums[card] = (sums[card] ?? 0) + level / steps;
      farthest = Math.max(farthest, Math.abs(levels[2] ?? 0));
    }
    // far from where it stands at any one step
    expect(farthest).toBeGreaterThan(0.3);
    for (const [card, middle] of sums.entries()) expect(Math.abs((effects[card] ?? 9) - middle)).toBeLessThan(0.02);
  });

  it("[M104] what turns round its rest in ever smaller circles has settled, once no figure shows them", () => {
    const circling = drawMap(8, [
      [5, 3, -3],
      [2, 6, -3],
      [4, 3, -1],
      [1, 4, 3],
      [0, 1, 3],
      [6, 2, 2],
      [7, 6, -2],
      [0, 5, 2],
      [2, 0, 2],
      [4, 2, -1],
      [7, 2, 3],
      [6, 5, 2],
      [2, 4, -3],
      [3, 1, 3],
      [4, 1, -1],
      [2, 7, -3],
      [4, 0, 2],
      [0, 7, 1],
      [6, 7, 3],
      [0, 6, -3],
      [1, 7, -1],
      [1, 6, 3],
      [3, 6, 3],
      [1, 2, 3],
      [5, 2, -1],
    ]);
    expect(ask(circling, [0, 0.2]).outcome).toBe("settled");
  });

  it("[M39] says when the end depends on the start, and only then", () => {
    // two cards that lift each other by more than all: they stay where they were brought
    const lifting = (strength: number): SignedMap =>
      drawMap(4, [
        [0, 1, 1],
        [1, 2, strength],
        [2, 1, strength],
        [1, 3, strength],
        [3, 1, strength],
        [2, 3, strength],
        [3, 2, strength],
      ]);
    expect(ask(lifting(3), [0, 0.1]).outcome).toBe("depends-on-start");
    expect(ask(lifting(1), [0, 0.1]).outcome).toBe("settled");
    // a pair at full strength is the border: one resting point still, though it is reached slowly
    const pair = drawMap(3, [
      [0, 1, 1],
      [1, 2, 3],
      [2, 1, 3],
    ]);
    expect(ask(pair, [0, 1]).outcome).toBe("settled");
  });

  it("[M38] says when it is still moving after its last step", () => {
    const map = drawMap(2, [[0, 1, 3]]);
    expect(runWhatIf(map, levelsOf(map, [[0, 1]]), { maxSteps: 3 })).toMatchObject({ outcome: "unsettled", steps: 3 });
  });

  const arrow = fc
    .tuple(fc.nat(7), fc.nat(7), fc.constantFrom(-3, -2, -1, 1, 2, 3))
    .filter(([from, to]) => from !== to);
  const arrowLists = fc.array(arrow, { maxLength: 24 });

  it("[M51] comes out the same under other ids and in any order of cards and links", () => {
    fc.assert(
      fc.property(arrowLists, fc.integer(), (arrows, turn) => {
        const size = 8;
        const place = (card: number) => (card * 3 + Math.abs(turn)) % size;
        const one = ask(drawMap(size, arrows), [0, 1], [1, -0.5]);
        const moved = drawMap(
          size,
          arrows.map(([from, to, strength]): Arrow => [place(from), place(to), strength]).toReversed(),
        );
        const other = ask(moved, [place(0), 1], [place(1), -0.5]);
        expect({ ...other, effects: one.effects.map((_, card) => other.effects[place(card)]) }).toEqual(one);
      }),
    );
  });

  it("[M37] mirrors: the opposite level has the opposite effect", () => {
    fc.assert(
      fc.property(arrowLists, (arrows) => {
        const map = drawMap(8, arrows);
        const [up, down] = [ask(map, [0, 1]), ask(map, [0, -1])];
        expect(down.effects.map((effect) => 0 - (effect ?? 0))).toEqual(up.effects);
      }),
    );
  });

  it("[M59] has an answer for an empty board, one card, no links, all linked, and 300 cards", () => {
    expect(ask(drawMap(0, []))).toEqual({ effects: [], outcome: "settled", steps: 1 });
    expect(ask(drawMap(1, []), [0, 1]).effects).toEqual([1]);
    const all = (size: number, strength: number) =>
      drawMap(
        size,
        Array.from({ length: size * size }, (_, pair): Arrow => [
          Math.floor(pair / size),
          pair % size,
          strength,
        ]).filter(([from, to]) => from !== to),
      );
    for (const strength of [3, -3]) {
      const { effects } = ask(all(12, strength), [0, 1]);
      expect(effects.every((effect) => effect !== undefined && Math.abs(effect) <= 1)).toBe(true);
    }
    const large = drawMap(
      300,
      Array.from({ length: 900 }, (_, link): Arrow => [link % 300, (link * 7 + 11) % 300, (link % 3) + 1]),
    );
    expect(ask(large, [0, 1]).effects.every((effect) => Number.isFinite(effect))).toBe(true);
  });
});

describe("why a card changes", () => {
  const explain = (map: SignedMap, from: readonly number[], to: number) =>
    explainEffect(
      map,
      from.map((card) => idAt(map, card)),
      idAt(map, to),
    ).map((path: CausalPath) => [
      path.cards.map((id) => map.cards.findIndex((card) => card.id === id)),
      path.polarity * path.strength,
    ]);

  it("[M40] is told by the three strongest ways, with their signs, the shorter of equal ones first", () => {
    const map = drawMap(6, [
      [0, 5, 1],
      [0, 1, 3],
      [1, 5, -2],
      [0, 2, 3],
      [2, 3, -3],
      [3, 5, -3],
      [0, 4, 1],
      [4, 5, 1],
    ]);
    expect(explain(map, [0], 5)).toEqual([
      [[0, 2, 3, 5], 1],
      [[0, 1, 5], -2 / 3],
      [[0, 5], 1 / 3],
    ]);
    const chain = drawMap(
      6,
      [0, 1, 2, 3, 4].map((card): Arrow => [card, card + 1, 3]),
    );
    expect(explain(chain, [0], 4)).toEqual([[[0, 1, 2, 3, 4], 1]]);
    expect(explain(chain, [0], 5)).toEqual([]);
  });

  it("[M40] begins at the last card that was set, and passes no card twice", () => {
    const map = drawMap(4, [
      [0, 1, 3],
      [1, 2, 3],
      [2, 1, 3],
      [2, 3, 3],
      [3, 2, 3],
    ]);
    expect(explain(map, [0, 1], 3)).toEqual([[[1, 2, 3], 1]]);
    expect(explain(map, [0], 2)).toEqual([[[0, 1, 2], 1]]);
  });

  it("[M40] is nothing for a card that was set, that is not there, or that can't be reached", () => {
    const map = drawMap(2, [[0, 1, 3]]);
    expect(explain(map, [0, 1], 1)).toEqual([]);
    expect(explain(map, [1], 0)).toEqual([]);
    expect(explainEffect(map, [idAt(map, 0)], newCardId())).toEqual([]);
  });

  it("[M40] is, among all ways, what looking at each of them finds", () => {
    const arrows = fc.array(
      fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom(-3, -2, -1, 1, 2, 3)).filter(([from, to]) => from !== to),
      { maxLength: 16 },
    );
    fc.assert(
      fc.property(arrows, (drawn) => {
        const strengths: number[] = [];
        const walk = (card: number, seen: readonly number[], strength: number) => {
          if (card === 5) strengths.push(strength);
          else if (seen.length <= 4)
            for (const [from, to, signed] of drawn)
              if (from === card && !seen.includes(to)) walk(to, [...seen, to], strength * (Math.abs(signed) / 3));
        };
        walk(0, [0], 1);
        const best = strengths.toSorted((a, b) => b - a).slice(0, 3);
        const found = explain(drawMap(6, drawn), [0], 5).map(([, signed]) => Math.abs(Number(signed)));
        expect(found.map((strength) => strength.toFixed(9))).toEqual(best.map((strength) => strength.toFixed(9)));
      }),
    );
  });

  it("[M59] is found at once where every card is linked with every other", () => {
    const size = 120;
    const map = drawMap(
      size,
      Array.from({ length: size * size }, (_, pair): Arrow => [
        Math.floor(pair / size),
        pair % size,
        (pair % 3) + 1,
      ]).filter(([from, to]) => from !== to),
    );
    expect(explain(map, [0], 1)).toHaveLength(3);
  });
});

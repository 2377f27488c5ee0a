import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newLinkId } from "../../terms/index.ts";
import type { MapCard, MapLink, SignedMap } from "./map.ts";
import { createPathFinder } from "./paths.ts";
import { analyseStructure, type CardStructure, type Structure } from "./structure.ts";

type Stroke = readonly [from: number, to: number, strength?: number, polarity?: 1 | -1, isDelayed?: boolean];
const mapOf = (kinds: readonly MapCard["kind"][], strokes: readonly Stroke[]): SignedMap => ({
  cards: kinds.map((kind) => ({ id: newCardId(), kind })),
  links: strokes.map(([from, to, strength = 1, polarity = 1, isDelayed = false]): MapLink => ({
    id: newLinkId(),
    from,
    to,
    strength,
    polarity,
    isDelayed,
  })),
});
const factors = (count: number) => Array.from({ length: count }, () => "factor" as const);
const listOf = ({ cards }: Structure) => [...cards.values()];

const kind = fc.constantFrom("expectation" as const, "factor" as const, "strategy" as const);
const drawings = fc.array(kind, { minLength: 1, maxLength: 8 }).chain((kinds) => {
  const place = fc.nat(kinds.length - 1);
  const stroke = fc.tuple(place, place, fc.integer({ min: 1, max: 3 }), fc.constantFrom(1 as const, -1 as const));
  const strokes = fc.array(stroke, { maxLength: 20 }).map((all) => all.filter(([from, to]) => from !== to));
  const order = fc.shuffledSubarray([...kinds.keys()], { minLength: kinds.length });
  return fc.tuple(fc.constant(kinds), strokes, order);
});
/** The largest product of strengths to each end, over every chain of at most four links. */
function strongestByHand({ links }: SignedMap, start: number): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  const walk = (way: readonly number[], product: number) => {
    if (way.length > 4) return;
    for (const { from, to, strength } of links) {
      if (from !== way.at(-1) || way.includes(to)) continue;
      best.set(to, Math.max(best.get(to) ?? 0, (product * strength) / 3));
      walk([...way, to], (product * strength) / 3);
    }
  };
  walk([start], 1);
  return best;
}

describe("the structure of a map", () => {
  it("[M15] compares linked factors with each other: shares, ranks, and classes with a margin around the means", () => {
    // a acts on b and c with 3, b on c with 1, d is not linked: influences 6, 1, 0, dependences 0, 3, 4
    const found = listOf(
      analyseStructure(
        mapOf(factors(4), [
          [0, 1, 3],
          [0, 2, 3],
          [1, 2, 1],
        ]),
      ),
    );
    expect(
      found.map(({ influence, dependence, rank, of, quadrant }) => [influence, dependence, rank, of, quadrant]),
    ).toEqual([
      [6, 0, 1, 3, "driver"],
      [1, 3, 2, 3, "dependent"],
      [0, 4, 3, 3, "dependent"],
      [0, 0, undefined, 3, undefined],
    ]);
    expect(found.map(({ influenceShare }) => influenceShare)).toEqual([0.857142857143, 0.142857142857, 0, 0]);
    // the nearest mean is 7/3: b's dependence 3 is (3 − 7/3) / (7/3) away
    expect(found[1]?.margin).toBeCloseTo(2 / 7, 9);
    const even = listOf(
      analyseStructure(
        mapOf(factors(3), [
          [0, 1, 2],
          [1, 2, 2],
          [2, 0, 2],
        ]),
      ),
    );
    expect(even.map(({ quadrant, rank, margin }) => [quadrant, rank, margin])).toEqual(
      Array.from({ length: 3 }, () => ["between", 1, 0]),
    );
  });
  it("[M16] sees who acts through others: a hidden driver rises from the direct to the indirect ranking", () => {
    // a moves only b, b moves all: directly b, d, a; through b, a passes d
    const found = listOf(
      analyseStructure(
        mapOf(factors(5), [
          [0, 1, 1],
          [1, 2, 3],
          [1, 3, 3],
          [1, 4, 3],
          [3, 2, 2],
        ]),
      ),
    );
    expect(found.map(({ rank }) => rank)).toEqual([3, 1, 4, 2, 4]);
    expect(found.map(({ indirectRank }) => indirectRank)).toEqual([2, 1, 4, 3, 4]);
  });
  it("[M16] damps by the growth of the map, whatever the length of its rings and chains", () => {
    /** Σ M^k / (1.05 growth)^(k−1) over eight powers, row sums as shares, by hand. */
    const sharesByHand = (size: number, strokes: readonly Stroke[], growth: number): readonly number[] => {
      let sums = Array.from({ length: size }, () => 1);
      const total = sums.map(() => 0);
      for (let power = 1; power <= 8; power += 1) {
        const before = sums;
        sums = before.map((_, card) =>
          strokes.reduce(
            (sum, [from, to, strength = 1]) => sum + (from === card ? strength * (before[to] ?? 0) : 0),
            0,
          ),
        );
        for (const [card, sum] of sums.entries())
          total[card] = (total[card] ?? 0) + sum / (1.05 * growth) ** (power - 1);
      }
      const all = total.reduce((sum, value) => sum + value, 0);
      return total.map((value) => value / all);
    };
    const agree = (size: number, strokes: readonly Stroke[], growth: number): void => {
      const found = listOf(analyseStructure(mapOf(factors(size), strokes)));
      for (const [card, share] of sharesByHand(size, strokes, growth).entries())
        expect(found[card]?.indirectInfluenceShare).toBeCloseTo(share, 9);
    };
    // a ring grows by the geometric mean of its strengths
    for (const size of [2, 3, 5, 7, 9, 11, 13, 29]) {
      const ring = Array.from({ length: size }, (_, card): Stroke => [
        card,
        (card + 1) % size,
        card < size / 2 ? 3 : 1,
      ]);
      const product = ring.reduce((all, [, , strength = 1]) => all * strength, 1);
      agree(size, ring, product ** (1 / size));
      // and with a slow pair beside it, as the fastest of the two does
      agree(size + 2, [...ring, [size, size + 1, 1], [size + 1, size, 1]], product ** (1 / size));
    }
    // a chain ends, however long it is: the largest row sum stands for its growth
    const chain = Array.from({ length: 59 }, (_, card): Stroke => [card, card + 1, (card % 3) + 1]);
    agree(60, chain, 3);
  });
  it("[M17] names the strongest chains that begin at a card, with their sign, and none twice as a part of another", () => {
    const map = mapOf(factors(4), [
      [0, 1, 3],
      [1, 2, 2, -1],
      [0, 3, 1],
      [2, 0, 3],
    ]);
    const [a, b, c, d] = map.cards.map(({ id }) => id);
    expect(createPathFinder(map).strongestFrom(0, 3)).toEqual([
      { cards: [a, b], links: [map.links[0]?.id], polarity: 1, strength: 1 },
      { cards: [a, b, c], links: [map.links[0]?.id, map.links[1]?.id], polarity: -1, strength: 2 / 3 },
      { cards: [a, d], links: [map.links[2]?.id], polarity: 1, strength: 1 / 3 },
    ]);
    const even = mapOf(factors(3), [
      [0, 1, 3],
      [1, 2, 3],
    ]);
    expect(
      createPathFinder(even)
        .strongestFrom(0, 3)
        .map(({ cards }) => cards.length),
    ).toEqual([3]);
    // two ways to c are as strong: neither b nor d is a chain of its own, whichever way is shown
    const twoWays = mapOf(factors(4), [
      [0, 1, 3],
      [0, 3, 3],
      [1, 2, 3],
      [3, 2, 3],
    ]);
    expect(
      createPathFinder(twoWays)
        .strongestFrom(0, 3)
        .map(({ cards }) => cards.at(-1)),
    ).toEqual([twoWays.cards[2]?.id]);
    // b and d reach each other as strongly as a reaches them: both are said
    const aside = mapOf(factors(4), [
      [0, 1, 3],
      [0, 3, 3],
      [1, 3, 3],
      [3, 1, 3],
    ]);
    expect(
      createPathFinder(aside)
        .strongestFrom(0, 3)
        .map(({ cards }) => cards.at(-1)),
    ).toEqual([aside.cards[1]?.id, aside.cards[3]?.id]);
  });
  it("[M18] lists loops strongest first, says which reinforce, balance and come with a delay, and counts them on their cards", () => {
    const map = mapOf(
      ["factor", "expectation", "strategy"],
      [
        [0, 1, 1],
        [1, 0, 2, 1, true],
        [0, 2, 3],
        [2, 0, 3, -1],
      ],
    );
    const [a, b, c] = map.cards.map(({ id }) => id);
    const { loops, complete, cards, linkCount } = analyseStructure(map);
    expect(loops).toEqual([
      { cards: [a, c], links: [map.links[2]?.id, map.links[3]?.id], kind: "balancing", strength: 1, isDelayed: false },
      {
        cards: [a, b],
        links: [map.links[0]?.id, map.links[1]?.id],
        kind: "reinforcing",
        strength: Math.SQRT2 / 3,
        isDelayed: true,
      },
    ]);
    expect([complete, linkCount]).toEqual([true, 4]);
    expect([...cards.values()].map(({ reinforcing, balancing }) => [reinforcing, balancing])).toEqual([
      [1, 1],
      [1, 0],
      [0, 1],
    ]);
    // of parallel links of one sign the strongest speaks
    expect(
      analyseStructure(
        mapOf(factors(2), [
          [0, 1, 1],
          [0, 1, 3],
          [1, 0, 3],
        ]),
      ).loops.map(({ strength }) => strength),
    ).toEqual([1]);
  });
  it("[M102] finds a ring however long it is, and all loops where they are few", () => {
    const ring = (size: number): readonly Stroke[] => Array.from({ length: size }, (_, at) => [at, (at + 1) % size]);
    for (const size of [6, 7, 40, 300]) {
      const { loops, complete, cards } = analyseStructure(mapOf(factors(size), ring(size)));
      expect([loops.map((loop) => loop.cards.length), complete]).toEqual([[size], true]);
      expect([...cards.values()].every(({ reinforcing }) => reinforcing === 1)).toBe(true);
    }
    const chorded = analyseStructure(mapOf(factors(9), [...ring(9), [3, 0]]));
    expect([chorded.loops.map((loop) => loop.cards.length), chorded.complete]).toEqual([[4, 9], true]);
  });
  it("[M102] where loops are many, lists those of six cards and less, and says whether there are longer ones", () => {
    // nodes of a layer act on all of the next, and the last ones on the first: no loop but those once round
    const layered = (layers: number, wide: number): SignedMap =>
      mapOf(
        factors(layers * wide + 1),
        Array.from({ length: layers * wide }, (_, at) =>
          Array.from({ length: wide }, (__, to): Stroke => [at, ((Math.floor(at / wide) + 1) % layers) * wide + to]),
        ).flat(),
      );
    const six = analyseStructure(layered(6, 3));
    // 3⁶ ways once round, and longer ones that go round more than once
    expect([six.loops.length, six.complete]).toEqual([729, false]);
    // 27 once round and 108 twice; the 72 of nine cards are left out
    const whole = analyseStructure(layered(3, 3));
    expect(whole.loops.length).toBe(135);
    expect([new Set(whole.loops.map((loop) => loop.cards.length)), whole.complete]).toEqual([new Set([3, 6]), false]);
    // none of six: the shortest there are stand for all
    const eight = analyseStructure(layered(8, 2));
    expect([new Set(eight.loops.map((loop) => loop.cards.length)), eight.complete]).toEqual([new Set([8]), false]);
    // a card beside all circles is on none, whatever else there is
    expect([...eight.cards.values()].map(({ isOnCircle }) => isOnCircle)).toEqual([...Array(16).fill(true), false]);
  });
  it("[M102] all loops of six cards are all there are where nothing goes round farther", () => {
    const six = Array.from({ length: 6 }, (_, from) => Array.from({ length: 6 }, (__, to): Stroke => [from, to]))
      .flat()
      .filter(([from, to]) => from !== to);
    const { loops, complete } = analyseStructure(mapOf(factors(6), six));
    expect([loops.length, complete]).toEqual([409, true]);
  });
  it("[M19] tells communities apart, the largest first, and who lies on the way between them", () => {
    const triangle = (at: number): readonly Stroke[] => [
      [at, at + 1, 3],
      [at + 1, at + 2, 3],
      [at + 2, at, 3],
    ];
    const found = listOf(
      analyseStructure(mapOf(factors(7), [...triangle(0), ...triangle(3), [2, 3], [6, 0, 3], [6, 1, 3]])),
    );
    expect(found.map(({ community }) => community)).toEqual([0, 0, 0, 1, 1, 1, 0]);
    const most = Math.max(...found.map(({ betweenness }) => betweenness ?? 0));
    expect(found.filter(({ betweenness }) => betweenness === most)).toEqual([found[2]]);
    expect(found.reduce((sum, { pagerank }) => sum + pagerank, 0)).toBeCloseTo(1, 8);
  });
  it("[M29] has an answer for an empty map, one card, no links, and all linked", () => {
    expect(analyseStructure(mapOf([], []))).toEqual({
      cards: new Map(),
      loops: [],
      complete: true,
      isStable: true,
      linkCount: 0,
    });
    for (const map of [mapOf(factors(1), []), mapOf(factors(3), []), mapOf(["strategy", "expectation"], [[0, 1]])]) {
      const { loops, cards } = analyseStructure(map);
      expect(loops).toEqual([]);
      for (const card of cards.values())
        expect([card.rank, card.quadrant, card.influenceShare]).toEqual([undefined, undefined, 0]);
    }
    const all = Array.from({ length: 9 }, (_, from) => Array.from({ length: 9 }, (__, to): Stroke => [from, to]))
      .flat()
      .filter(([from, to]) => from !== to);
    const dense = analyseStructure(mapOf(factors(9), all));
    // K9 has 36 + 168 + 756 + 3,024 loops of at most five cards; with those of six they are more than 5,000
    expect([dense.loops.length, dense.complete]).toEqual([3_984, false]);
    // each card is on 8 + 56 + 336 + 1,680 of them
    expect(new Set(listOf(dense).map(({ reinforcing }) => reinforcing))).toEqual(new Set([2_080]));
  });
  it("[M29] leaves out what needs a walk from every card on a map of thousands, and says the rest in any order", () => {
    const chain = Array.from({ length: 1_999 }, (_, at): Stroke => [at, at + 1]);
    const large = analyseStructure(mapOf(factors(2_000), chain));
    const turned = analyseStructure(
      mapOf(
        factors(2_000),
        chain.map(([from, to]) => [1_999 - from, 1_999 - to]),
      ),
    );
    expect(listOf(turned).map(({ pagerank }) => pagerank)).toEqual(
      listOf(large)
        .map(({ pagerank }) => pagerank)
        .toReversed(),
    );
    expect(listOf(large)[0]).toMatchObject({ betweenness: undefined, paths: [], influence: 1 });
    const isFigure = (card: CardStructure) => !Number.isNaN(card.indirectInfluenceShare + card.pagerank);
    expect(listOf(large).every(isFigure)).toBe(true);
  });
  it("[M17] names none that is stronger than all that there are, and the strongest first", () => {
    fc.assert(
      fc.property(drawings, ([kinds, strokes]) => {
        const map = mapOf(kinds, strokes);
        const finder = createPathFinder(map);
        for (const [place] of map.cards.entries()) {
          const best = strongestByHand(map, place);
          const found = finder.strongestFrom(place, 3);
          expect(found.length > 0).toBe(best.size > 0);
          const ends = found.map(({ cards }) => map.cards.findIndex(({ id }) => id === cards.at(-1)));
          for (const [index, { strength, links, cards }] of found.entries()) {
            expect(strength).toBeCloseTo(best.get(ends[index] ?? -1) ?? 0, 12);
            expect([links.length <= 4, new Set(cards).size]).toEqual([true, links.length + 1]);
          }
          if (found[0]) expect(found[0].strength).toBeCloseTo(Math.max(...best.values()), 12);
        }
      }),
    );
  });
  it("[M28] says the same under other ids and in another order of cards and links", () => {
    fc.assert(
      fc.property(drawings, ([kinds, strokes, order]) => {
        const one = listOf(analyseStructure(mapOf(kinds, strokes)));
        const seat = kinds.map((_, place) => order.indexOf(place));
        const other = analyseStructure(
          mapOf(
            order.flatMap((place) => kinds[place] ?? []),
            strokes
              .map(([from, to, strength, polarity]): Stroke => [seat[from] ?? 0, seat[to] ?? 0, strength, polarity])
              .toReversed(),
          ),
        );
        const moved = listOf(other);
        // communities are numbered by the first card of each
        const figuresOf = (card: (typeof one)[number] | undefined) =>
          card && { ...card, community: 0, paths: card.paths.map(({ strength }) => strength) };
        expect(seat.map((at) => figuresOf(moved[at]))).toEqual(one.map(figuresOf));
      }),
    );
  });
});

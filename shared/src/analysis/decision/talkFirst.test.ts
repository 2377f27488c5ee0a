import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  newCardId,
  newLinkId,
  newPersonId,
  type Card,
  type CardId,
  type Link,
  type PersonId,
} from "../../terms/index.ts";
import { countMakers, readDisagreements, readImportance, talkFirst, type Disagreement } from "./talkFirst.ts";

const [a, b, c, d] = Array.from({ length: 4 }, newCardId) as [CardId, CardId, CardId, CardId];
const [ada, ben] = [newPersonId(), newPersonId()];
const card = (id: CardId, kind = "factor", trashedAt?: number): Card => ({
  id,
  kind,
  at: 1,
  position: [0, 0],
  text: "",
  attributes: trashedAt === undefined ? {} : { trashedAt },
  extra: {},
});
const link = (from: CardId, to: CardId, weight: -3 | -2 | -1 | 1 | 2 | 3, by?: PersonId, trashedAt?: number): Link => ({
  id: newLinkId(),
  from,
  to,
  ...(by === undefined ? {} : { by }),
  at: 1,
  polarity: weight < 0 ? "-" : "+",
  strength: Math.abs(weight) as 1 | 2 | 3,
  delay: false,
  label: "",
  attributes: trashedAt === undefined ? {} : { trashedAt },
  extra: {},
});
const boardOf = (cards: readonly Card[], links: readonly Link[]) => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(links.map((each) => [each.id, each])),
});
const said = (from: CardId, to: CardId, spread: number, n = 2): Disagreement => ({
  on: { type: "influence", from, to, links: [newLinkId()] },
  spread,
  n,
  low: 0,
  high: 6 * spread,
});

describe("disagreement on the board", () => {
  it("[P80] two people who join the same cards by another sign or strength disagree by a part of the scale", () => {
    const [plus, minus] = [link(a, b, 3, ada), link(a, b, -3, ben)];
    const [weak, medium] = [link(b, c, 1, ada), link(b, c, 2, ben)];
    expect(readDisagreements(boardOf([card(a), card(b), card(c)], [plus, weak, minus, medium]))).toEqual([
      { on: { type: "influence", from: a, to: b, links: [plus.id, minus.id] }, spread: 1, n: 2, low: -3, high: 3 },
      { on: { type: "influence", from: b, to: c, links: [weak.id, medium.id] }, spread: 1 / 6, n: 2, low: 1, high: 2 },
    ]);
  });

  it("[P80] one person's two links, equal links, links there and back, trash and drawings are no disagreement", () => {
    const cards = [card(a), card(b), card(c, "note"), card(d, "factor", 5)];
    const links = [
      link(a, b, 3, ada),
      link(a, b, -3, ada),
      link(b, a, 2, ada),
      link(a, c, 3, ada),
      link(a, c, -3, ben),
      link(a, d, 3, ada),
      link(a, d, -3, ben),
      link(a, a, 3, ada),
      link(a, a, -3, ben),
      link(b, a, -2, ben, 9),
    ];
    expect(readDisagreements(boardOf(cards, links))).toEqual([]);
    expect(readDisagreements(boardOf([], []))).toEqual([]);
    // links of unknown makers are taken for one person's
    expect(readDisagreements(boardOf(cards, [link(a, b, 1), link(a, b, 3)]))).toEqual([]);
    // ada's two ways come to 0, ben says +3
    const [first] = readDisagreements(boardOf(cards, [...links.slice(0, 2), link(a, b, 3, ben)]));
    expect(first).toMatchObject({ spread: 0.5, n: 2, low: 0, high: 3 });
  });
});

describe("importance", () => {
  const shares = (...each: readonly (readonly [CardId, number, number])[]) => ({
    cards: new Map(
      each.map(([id, indirectInfluenceShare, dependenceShare]) => [id, { indirectInfluenceShare, dependenceShare }]),
    ),
  });

  it("[P81] is influence and dependence, raised by what is heard, as a share of the largest", () => {
    const map = shares([a, 0.375, 0.125], [b, 0.125, 0.125], [c, 0, 0]);
    expect(readImportance(map, new Map())).toEqual(
      new Map([
        [a, 1],
        [b, 0.5],
        [c, 0],
      ]),
    );
    // b is the most heard: 0.25 · 2 against 0.5 · 1.5
    const heard = readImportance(
      map,
      new Map([
        [a, 5],
        [b, 10],
      ]),
    );
    expect(heard.get(a)).toBe(1);
    expect(heard.get(b)).toBeCloseTo(2 / 3, 12);
  });

  it("[P81] of a map without links is 0 everywhere", () => {
    expect(readImportance(shares([a, 0, 0]), new Map([[a, 3]]))).toEqual(new Map([[a, 0]]));
    expect(readImportance(shares(), new Map())).toEqual(new Map());
  });
});

describe("what to talk about first", () => {
  const importance = new Map([
    [a, 0.5],
    [b, 1],
    [c, 0.25],
  ]);

  it("[P82] is disagreement times importance, the largest first, ties sharing a rank", () => {
    const card: Disagreement = { on: { type: "card", card: b }, spread: 0.5, n: 9, low: 1, high: 3 };
    const items = talkFirst({ disagreements: [said(a, c, 1), said(a, b, 1), card, said(c, a, 1)], importance });
    expect(items.map(({ score, rank, n }) => [score, rank, n])).toEqual([
      [0.75, 1, 2],
      [0.5, 2, 9],
      [0.375, 3, 2],
      [0.375, 3, 2],
    ]);
  });

  it("[P82] what decides the choice has importance 1, and a step of disagreement even where one person drew it", () => {
    const [decides, told] = [newLinkId(), said(c, a, 0.5, 3)];
    const links = told.on.type === "influence" ? told.on.links : [];
    const items = talkFirst({
      disagreements: [told],
      importance,
      deciding: [
        { link: decides, from: d, to: c, weight: 2, n: 1, winner: d, isTied: true },
        { link: links[0]!, from: c, to: a, weight: 1, n: 3, winner: a, isTied: false },
      ],
    });
    expect(items).toEqual([
      { ...told, importance: 1, score: 0.5, rank: 1, winner: a, isTied: false },
      {
        on: { type: "influence", from: d, to: c, links: [decides] },
        spread: 1 / 6,
        n: 1,
        low: 2,
        high: 2,
        importance: 1,
        score: 1 / 6,
        rank: 2,
        winner: d,
        isTied: true,
      },
    ]);
  });

  it("[P139] what decides is said by those who weighed or drew it, though all say the same", () => {
    const decides = newLinkId();
    const deciding = [{ link: decides, from: d, to: c, weight: 0, n: 6, winner: d, isTied: false }];
    expect(talkFirst({ disagreements: [], importance, deciding })).toMatchObject([
      { n: 6, low: 0, high: 0, winner: d },
    ]);
    const links = [
      link(a, b, 2, ada),
      link(a, b, 2, ben),
      link(b, a, 2, newPersonId()),
      link(a, b, 2, newPersonId(), 9),
    ];
    const board = boardOf([card(a), card(b)], links);
    expect([countMakers(board, a, b), countMakers(board, b, a), countMakers(board, a, c)]).toEqual([2, 1, 0]);
    expect(countMakers(boardOf([], [link(a, b, 1), link(a, b, 1)]), a, b)).toBe(1);
  });

  it("[P82] nothing is left where nobody disagrees or nothing hangs on it", () => {
    expect(talkFirst({ disagreements: [], importance })).toEqual([]);
    expect(talkFirst({ disagreements: [said(a, b, 0), said(d, d, 1)], importance })).toEqual([]);
  });

  it("[P82] ids and the order of what was said change no score and no rank", () => {
    const spreads = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(spreads, fc.nat(), (pairs, turn) => {
        const ids = pairs.map(() => newCardId());
        const weights = new Map(ids.map((id, i) => [id, (pairs[i]?.[1] ?? 0) / 4]));
        const all = ids.map((id, i) => said(id, id, (pairs[i]?.[0] ?? 0) / 6));
        const turned = all.slice(turn % (all.length + 1)).concat(all.slice(0, turn % (all.length + 1)));
        const read = (list: readonly Disagreement[]) =>
          talkFirst({ disagreements: list, importance: weights }).map(({ score, rank }) => [score, rank]);
        expect(read(turned)).toEqual(read(all));
        for (const { score } of talkFirst({ disagreements: all, importance: weights }))
          expect(score).toBeGreaterThan(0);
      }),
    );
  });
});

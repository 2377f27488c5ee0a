import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, type Card, type CardId, type Link, type Strength } from "@palabre/shared/terms";
import { relationsOf } from "./relations.ts";
import { selectedThings } from "./selectedThings.ts";
import { trashedCards, trashedLinks } from "./trashedCards.ts";

const card = (kind: string, trashedAt?: number): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position: [0, 0],
  text: "",
  attributes: trashedAt === undefined ? {} : { trashedAt },
  extra: {},
});
const link = (from: CardId, to: CardId, polarity: "+" | "-", strength: Strength = 2, trashedAt?: number): Link => ({
  id: newLinkId(),
  from,
  to,
  at: 0,
  polarity,
  strength,
  delay: false,
  label: "",
  attributes: trashedAt === undefined ? {} : { trashedAt },
  extra: {},
});
const boardOf = (cards: readonly Card[], links: readonly Link[]) => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(links.map((each) => [each.id, each])),
});

describe("what a card is linked to", () => {
  it("[P9] choices that help an expectation serve it; all else acts on it, or is acted on; strongest first", () => {
    const [expectation, serving, hindering, factor, target] = [
      "expectation",
      "strategy",
      "strategy",
      "factor",
      "factor",
    ].map((kind) => card(kind)) as [Card, Card, Card, Card, Card];
    const board = boardOf(
      [expectation, serving, hindering, factor, target],
      [
        link(serving.id, expectation.id, "+"),
        link(hindering.id, expectation.id, "-", 1),
        link(factor.id, expectation.id, "+", 3),
        link(expectation.id, target.id, "+"),
      ],
    );
    const { servedBy, into, out } = relationsOf(expectation, board);
    expect([servedBy, into, out].map((list) => list.map((relation) => relation.card))).toEqual([
      [serving],
      [factor, hindering],
      [target],
    ]);
  });
  it("[P130] what the group published of a link counts: who harms serves no more, and who does nothing comes last", () => {
    const [expectation, harming, idle, weak, factor] = [
      "expectation",
      "strategy",
      "strategy",
      "strategy",
      "factor",
    ].map((kind) => card(kind)) as [Card, Card, Card, Card, Card];
    const [turned, silent, helped, acting] = [
      link(harming.id, expectation.id, "+", 3),
      link(idle.id, expectation.id, "+", 3),
      link(weak.id, expectation.id, "-", 1),
      link(factor.id, expectation.id, "+", 1),
    ];
    const board = boardOf([expectation, harming, idle, weak, factor], [turned, silent, helped, acting]);
    const weights = new Map([
      [turned.id, { median: -2 }],
      [silent.id, { median: 0 }],
      [helped.id, { median: 1.5 }],
    ]);
    const { servedBy, into } = relationsOf(expectation, board, weights);
    expect(servedBy.map((relation) => [relation.card, relation.weight])).toEqual([[weak, 1.5]]);
    expect(into.map((relation) => [relation.card, relation.weight])).toEqual([
      [harming, -2],
      [factor, 1],
      [idle, 0],
    ]);
  });
  it("[P9] leaves out links and cards in the trash", () => {
    const one = card("factor");
    const two = card("factor");
    const thrown = card("factor", 5);
    const board = boardOf([one, two, thrown], [link(one.id, two.id, "+", 2, 9), link(one.id, thrown.id, "+")]);
    expect(relationsOf(one, board)).toEqual({ servedBy: [], into: [], out: [] });
  });
});

describe("what is selected and what was thrown away", () => {
  it("[P9] a selection tells cards from links, and forgets what is gone", () => {
    const one = card("factor");
    const thrown = card("factor", 5);
    const two = card("note");
    const between = link(one.id, two.id, "+");
    const board = boardOf([one, two, thrown], [between]);
    expect(selectedThings([between.id, one.id, thrown.id, newCardId()], board)).toEqual({
      cards: [one],
      links: [between],
    });
  });
  it("[P9] the trash lists the latest first", () => {
    const [early, late] = [card("note", 1), card("note", 2)];
    expect(trashedCards(boardOf([early, card("note"), late], []))).toEqual([late, early]);
  });
  it("[B6] links that were thrown away by themselves are in the trash; those of a card in it come back with it", () => {
    const [one, two, thrown] = [card("note"), card("note"), card("note", 3)];
    const links = [
      link(one.id, two.id, "+", 2, 5),
      link(two.id, one.id, "-", 2, 6),
      link(one.id, two.id, "+"),
      link(one.id, thrown.id, "+", 2, 7),
      link(newCardId(), one.id, "+", 2, 8),
    ];
    expect(trashedLinks(boardOf([one, two, thrown], links))).toEqual([links[1], links[0]]);
  });
});

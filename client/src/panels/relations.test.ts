import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, type Card, type CardId, type Link, type Strength } from "@palabre/shared/terms";
import { relationsOf } from "./relations.ts";
import { selectedThings } from "./selectedThings.ts";
import { trashedCards } from "./trashedCards.ts";

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
});

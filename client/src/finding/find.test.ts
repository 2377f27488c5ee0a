import { newCardId, newLinkId, type BoardSnapshot, type Card, type Link } from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findText, type Hit } from "./findText.ts";
import { placeBeside, placeOf } from "./placeOf.ts";
import { ranked } from "./rank.ts";

let row = 0;
/** each below the one before */
const card = (text: string, attributes: Card["attributes"] = {}): Card => ({
  id: newCardId(),
  kind: "factor",
  position: [0, (row += 1_000)],
  text,
  attributes,
  at: 0,
  extra: {},
});
const link = (from: Card, to: Card, label: string): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  polarity: "+",
  strength: 2,
  delay: false,
  label,
  attributes: {},
  at: 0,
  extra: {},
});
const boardOf = (cards: readonly Card[], links: readonly Link[] = []): BoardSnapshot =>
  ({
    cards: new Map(cards.map((each) => [each.id, each])),
    links: new Map(links.map((each) => [each.id, each])),
    comments: new Map(),
  }) as unknown as BoardSnapshot;
const search = (cards: readonly Card[], query: string, links: readonly Link[] = []) =>
  findText(boardOf(cards, links), query).map(({ id }) => id);

describe("finding text", () => {
  it("[B71] finds cards by what they say and by their tags, links by their labels, whatever case and accents", () => {
    const [cafe, tagged, trashed] = [
      card("Le Café\nde la gare"),
      card("Autre", { tags: ["Café"] }),
      card("café", { trashedAt: 1 }),
    ];
    const labelled = link(tagged, cafe, "vers le cafe");
    const all = [cafe, tagged, trashed];
    expect(search(all, "CAFE", [labelled])).toEqual([cafe.id, tagged.id, labelled.id]);
    expect(search(all, "cafe de la")).toEqual([cafe.id]);
    expect(search(all, "  ")).toEqual([]);
    expect(search(all, "thé")).toEqual([]);
  });

  it("[B71] finds signs that no word is made of", () => {
    const [plus, other] = [card("a -> b"), card("a b")];
    expect(search([plus, other], "->")).toEqual([plus.id]);
  });

  it("[B71] whatever part of a word that stands on a card is typed, the card is found", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const part = text.slice(start, start + 1 + (length % 12));
        fc.pre(part.trim() !== "");
        const found = card(text);
        expect(search([card("§"), found], part)).toContain(found.id);
      }),
    );
  });

  it("[B153] what was gone to keeps its place, and whoever wrote in it goes on from there", () => {
    const hits = [1, 2, 3, 4].map((): Hit => ({ type: "card", id: newCardId() }));
    const [first, second, third, last] = hits as [Hit, Hit, Hit, Hit];
    const found = { hit: second, at: 1 };
    // somebody wrote the text on a card before it
    const more = [third, first, second, last];
    expect([placeOf(hits, found), placeOf(more, found)]).toEqual([1, 2]);
    expect([placeBeside(more, found, 1), placeBeside(more, found, -1)]).toEqual([3, 1]);
    expect(placeBeside(hits, { hit: last, at: 3 }, 1)).toBe(0);
    // it was corrected, and holds the text no more
    const less = [first, third, last];
    expect([placeOf(less, found), placeBeside(less, found, 1), placeBeside(less, found, -1)]).toEqual([1, 1, 0]);
    const end = { hit: last, at: 3 };
    const short = [first, second];
    expect([placeOf(short, end), placeBeside(short, end, 1), placeBeside(short, end, -1)]).toEqual([1, 0, 1]);
    const nothing = { hit: undefined, at: 0 };
    expect([placeOf([], found), placeBeside([], found, 1), placeBeside([first], nothing, 1)]).toEqual([0, 0, 0]);
  });

  it("[B72] commands that begin with what was typed come first, and all its words must be in the name", () => {
    const names = ["See everything", "Choose everything", "New card", "Voir tout"].map((label) => ({ label }));
    const labels = (typed: string) => ranked(names, typed).map(({ label }) => label);
    expect(labels("ev")).toEqual(["See everything", "Choose everything"]);
    expect(labels("everything choose")).toEqual(["Choose everything"]);
    expect(labels("choose")).toEqual(["Choose everything"]);
    expect(labels("thing")).toEqual(["See everything", "Choose everything"]);
    expect(labels("xyz")).toEqual([]);
  });
});

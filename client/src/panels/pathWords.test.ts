import {
  newCardId,
  newLinkId,
  type Card,
  type CardId,
  type Link,
  type LinkId,
  type Polarity,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { kindsOfLoops } from "./loopKinds.ts";
import { pathWords } from "./pathWords.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");

/** Cards in a row, and the links between them. */
function drawRow(titles: readonly string[], ...polarities: readonly (Polarity | "late")[]) {
  const cards = titles.map((text): Card => ({
    id: newCardId(),
    kind: "factor",
    at: 1,
    position: [0, 0],
    text,
    attributes: {},
    extra: {},
  }));
  const idOf = (place: number): CardId => cards[place]?.id ?? newCardId();
  const links = polarities.map((polarity, place): Link => ({
    id: newLinkId(),
    from: idOf(place),
    to: idOf(place + 1),
    at: 1,
    polarity: polarity === "late" ? "+" : polarity,
    strength: 2,
    delay: polarity === "late",
    label: "",
    attributes: {},
    extra: {},
  }));
  return {
    ids: links.map(({ id }): LinkId => id),
    board: {
      cards: new Map(cards.map((card) => [card.id, card])),
      links: new Map(links.map((link) => [link.id, link])),
    },
  };
}

describe("a way through the map", () => {
  it("[P17] is a sentence: what grows or shrinks on each card as the first one grows", () => {
    const { ids, board } = drawRow(["Volunteers", "Waiting", "Trust"], "-", "-");
    expect(pathWords(ids, board, en)).toBe("More “Volunteers” gives less “Waiting”, which gives more “Trust”.");
    const trust = drawRow(["Confiance", "Bénévoles", "Attente"], "late", "-");
    expect(pathWords(trust.ids, trust.board, fr)).toBe(
      "Plus de «\u202fConfiance\u202f» donne plus de «\u202fBénévoles\u202f», qui donne moins de «\u202fAttente\u202f», avec un délai.",
    );
    const untitled = drawRow(["", "B"], "+");
    expect(pathWords(untitled.ids, untitled.board, en)).toBe("More “Untitled” gives more “B”.");
  });

  it("[P17] is nothing once a link of it is gone", () => {
    const { ids, board } = drawRow(["A", "B"], "+");
    expect(pathWords([...ids, newLinkId()], board, en)).toBeUndefined();
    expect(pathWords([], board, en)).toBeUndefined();
  });
});

describe("loops in a few words", () => {
  it("[P18] are counted by what they do, and none is said", () => {
    expect(kindsOfLoops({ reinforcing: 1, balancing: 2 }, en)).toBe("1 holds itself up, 2 hold themselves back");
    expect(kindsOfLoops({ reinforcing: 2, balancing: 0 }, fr)).toBe("2 se renforcent");
    expect(kindsOfLoops({}, fr)).toBe("aucun chemin n’y revient");
  });
});

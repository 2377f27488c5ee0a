import { newCardId, newThemeId, type BoardSnapshot, type Card } from "@palabre/shared/terms";
import { expect, test } from "vitest";
import { findPlaced, expectationOf, quoteCardOf } from "./placing.ts";

const card = (kind: string, text: string, attributes: Card["attributes"]): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position: [0, 0],
  text,
  attributes,
  extra: {},
});
const boardOf = (...cards: readonly Card[]): Pick<BoardSnapshot, "cards"> => ({
  cards: new Map(cards.map((one) => [one.id, one])),
});
const placedOf = (board: Pick<BoardSnapshot, "cards">, one: Parameters<typeof findPlaced>[1][number]) =>
  findPlaced(board, [one]).get(one.id);
const theme = { id: newThemeId(), query: "soir*, tard", statement: "Ouvrir le soir" };

test("[P124] a suggestion becomes an expectation that listens for its theme, and is known again on the board", () => {
  const made = expectationOf(theme);
  expect(made).toEqual({
    kind: "expectation",
    text: "Ouvrir le soir",
    attributes: { query: "soir*, tard", theme: theme.id },
  });
  const own = card("expectation", "Le soir, s’il vous plaît", { query: theme.query });
  const same = card("expectation", "Ouvrir le soir\nau moins le jeudi", {});
  expect(placedOf(boardOf(own), theme)).toBe(own);
  expect(placedOf(boardOf(same), theme)).toBe(same);
  // written anew since, and the theme's words have changed
  const changed = card("expectation", "Des soirées", { query: "soirée*", theme: theme.id });
  expect(placedOf(boardOf(changed), theme)).toBe(changed);
  expect(placedOf(boardOf({ ...own, attributes: { ...own.attributes, trashedAt: 1 } }), theme)).toBeUndefined();
  expect(placedOf(boardOf(card("note", "Ouvrir le soir", { query: theme.query })), theme)).toBeUndefined();
});

test("[P125] what was written becomes a quote card word for word, with where and when", () => {
  expect(quoteCardOf({ text: "Fermé !", sourceName: "Forum", at: 7, url: "https://example.org/1" })).toEqual({
    kind: "quote",
    text: "Fermé !",
    attributes: { source: "Forum", saidAt: 7, url: "https://example.org/1" },
  });
  expect(quoteCardOf({ text: "x", sourceName: "y".repeat(300), at: 7, url: "" }).attributes).toEqual({
    source: "y".repeat(200),
    saidAt: 7,
  });
});

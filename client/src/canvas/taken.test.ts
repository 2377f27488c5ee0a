import { newCardId, type Card, type CardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { afterChoosing, stillInGroup, withGroups } from "./taken.ts";

const cardOf = (group?: string): Card => ({
  id: newCardId(),
  kind: "note",
  at: 0,
  position: [0, 0],
  text: "",
  attributes: group === undefined ? {} : { group },
  extra: {},
});
const [a, b, c, alone] = [cardOf("g"), cardOf("g"), cardOf("h"), cardOf()];
const trashed: Card = { ...cardOf("g"), attributes: { group: "g", trashedAt: 5 } };
const board = { cards: new Map([a, b, c, alone, trashed].map((card) => [card.id, card])) };
const ids = (...cards: readonly Card[]): ReadonlySet<CardId> => new Set(cards.map(({ id }) => id));

describe("what a hand takes", () => {
  it("[B25] is a group when it is one of its cards, without what is in the trash", () => {
    expect(withGroups(board, ids(a, alone), undefined)).toEqual(ids(a, alone, b));
  });

  it("[B25] is one card of the group that was gone into", () => {
    expect(withGroups(board, ids(a), "g")).toEqual(ids(a));
    expect(stillInGroup(board, ids(b, alone), "g")).toBe("g");
    expect(stillInGroup(board, ids(c, alone), "g")).toBeUndefined();
  });

  it("[B25] is added and let go with its whole group", () => {
    expect(afterChoosing(board, ids(alone), ids(alone, a), undefined)).toEqual(ids(alone, a, b));
    expect(afterChoosing(board, ids(alone, a, b), ids(alone, b), undefined)).toEqual(ids(alone));
  });
});

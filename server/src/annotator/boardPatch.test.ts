import { applyEdits, createBoardDoc, readBoard, type Edit } from "@palabre/shared/documents";
import { newCardId, newLinkId, type CardKind } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { mayMatter, patchOf, wholeBoard } from "./boardPatch.ts";

const [cause, effect, note, link] = [newCardId(), newCardId(), newCardId(), newLinkId()];
const card = (id: typeof cause, kind: CardKind): Edit => ({ type: "addCard", id, kind, position: [0, 0], at: 1 });

function drawBoard(...edits: readonly Edit[]) {
  const doc = createBoardDoc();
  applyEdits(doc, [
    card(cause, "factor"),
    card(note, "note"),
    { type: "addLink", id: link, from: cause, to: effect, at: 1 },
    ...edits,
  ]);
  return readBoard(doc);
}

describe("what the analysis is told of a board", () => {
  it("[N9] is its cards that are measured and its links, and of a change what it touched", () => {
    const board = drawBoard(card(effect, "factor"));
    const linked = board.links.get(link);
    const { cards, links } = wholeBoard(board);
    expect(new Map(cards)).toEqual(new Map([cause, effect].map((id) => [id, board.cards.get(id)])));
    expect(links).toEqual([[link, linked]]);
    expect(patchOf([{ type: "attribute", on: link, name: "strength" }], board)).toEqual({
      cards: [],
      links: [[link, linked]],
    });
    expect(patchOf([{ type: "text", card: note }], board)).toEqual({ cards: [[note, undefined]], links: [] });
  });

  it("[N9] holds the links of a card that comes after them, or takes them along", () => {
    const early = drawBoard();
    expect(patchOf([{ type: "link", link }], early)).toEqual({ cards: [], links: [[link, undefined]] });
    const late = drawBoard(card(effect, "factor"));
    expect(patchOf([{ type: "card", card: effect }], late)).toEqual({
      cards: [[effect, late.cards.get(effect)]],
      links: [[link, late.links.get(link)]],
    });
    const trashed = drawBoard(card(effect, "factor"), { type: "trash", things: [effect], at: 5 });
    expect(patchOf([{ type: "attribute", on: effect, name: "trashedAt" }], trashed)).toEqual({
      cards: [[effect, undefined]],
      links: [],
    });
  });

  it("[N9] leaves out at a glance what moves, and what is typed where nobody listens", () => {
    const board = drawBoard();
    expect(mayMatter({ type: "position", card: cause }, board)).toBe(false);
    expect(mayMatter({ type: "text", card: cause }, board)).toBe(false);
    expect(mayMatter({ type: "text", card: effect }, board)).toBe(true);
    expect(mayMatter({ type: "text", card: cause }, undefined)).toBe(true);
    expect(mayMatter({ type: "attribute", on: link, name: "strength" }, board)).toBe(true);
  });
});

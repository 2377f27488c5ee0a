import { describe, expect, it } from "vitest";
import {
  boardPreviewSchema,
  CARD_KINDS,
  newCardId,
  newLinkId,
  type Card,
  type CardAttributes,
  type CardId,
  type Link,
} from "@palabre/shared/terms";
import { previewOf } from "./preview.ts";

const card = (kind: string, position: readonly [number, number], attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position,
  text: "",
  attributes,
  extra: {},
});
const link = (from: CardId, to: CardId, polarity: "+" | "-", attributes = {}): Link => ({
  id: newLinkId(),
  from,
  to,
  at: 0,
  polarity,
  strength: 2,
  delay: false,
  label: "",
  attributes,
  extra: {},
});
const boardOf = (cards: readonly Card[], links: readonly Link[] = []) => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(links.map((each) => [each.id, each])),
});

describe("the preview of a board", () => {
  it("[P2] holds each card as its kind and box, each link from centre to centre with its sign", () => {
    const expectation = card("expectation", [0, 0]);
    const frame = card("frame", [-10, -20], { size: [300, 200] });
    const preview = previewOf(
      boardOf([expectation, frame], [link(frame.id, expectation.id, "-"), link(expectation.id, frame.id, "+")]),
    );
    expect(preview).toEqual({
      cards: [
        [CARD_KINDS.indexOf("expectation"), 0, 0, 208, 146],
        [CARD_KINDS.indexOf("frame"), -10, -20, 300, 200],
      ],
      links: [
        [140, 80, 104, 73, -1],
        [104, 73, 140, 80, 1],
      ],
    });
    expect(boardPreviewSchema.parse(preview)).toEqual(preview);
  });
  it("[P2] leaves out what is in the trash, and draws an unknown kind as a note", () => {
    const unknown = card("hologram", [1, 2]);
    const thrown = card("factor", [0, 0], { trashedAt: 5 });
    const preview = previewOf(boardOf([unknown, thrown], [link(unknown.id, thrown.id, "+")]));
    expect(preview).toEqual({ cards: [[CARD_KINDS.indexOf("note"), 1, 2, 164, 96]], links: [] });
  });
  it("[P2] holds sixty cards at most", () => {
    const cards = Array.from({ length: 80 }, (_, index) => card("note", [index, 0]));
    expect(previewOf(boardOf(cards)).cards).toHaveLength(60);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, type Card, type CardId, type Link, type Strength } from "../terms/index.ts";
import { inReadingOrder } from "./readingOrder.ts";
import { readOutline } from "./readOutline.ts";

const card = (
  kind: string,
  text: string,
  [x, y]: readonly [number, number],
  attributes: Card["attributes"] = {},
): Card => ({
  id: newCardId(),
  kind,
  text,
  at: 1,
  position: [x, y],
  attributes,
  extra: {},
});
const link = (from: Card, to: Card, strength: Strength = 2): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  at: 1,
  polarity: "+",
  strength,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
});
const outlineOf = (cards: readonly Card[], links: readonly Link[] = []) =>
  readOutline({
    cards: new Map(cards.map((one) => [one.id, one])),
    links: new Map(links.map((one) => [one.id, one])),
  });
const texts = (outline: ReturnType<typeof readOutline>) =>
  outline.sections.map(({ frame, depth, entries }) => [
    frame?.card.text,
    depth,
    entries.map((entry) => entry.card.text).join(" "),
  ]);

describe("an outline", () => {
  it("[T1] tells frames in reading order, each with what lies in it, and last what lies in none", () => {
    const right = card("frame", "Right", [900, 10]);
    const left = card("frame", "Left", [0, 0]);
    const inner = card("frame", "Inner", [20, 200], { frame: left.id });
    const cards = [
      card("note", "alone", [0, -300]),
      card("note", "b", [300, 40], { frame: left.id }),
      card("note", "a", [0, 50], { frame: left.id }),
      card("note", "c", [30, 220], { frame: inner.id }),
      card("note", "r", [910, 50], { frame: right.id }),
      right,
      inner,
      left,
    ];
    expect(texts(outlineOf(cards))).toEqual([
      ["Left", 0, "a b"],
      ["Inner", 1, "c"],
      ["Right", 0, "r"],
      [undefined, 0, "alone"],
    ]);
  });

  it("[T1] has nothing to tell of an empty board, of the trash, and of drawings without words", () => {
    expect(outlineOf([])).toEqual({ sections: [], cards: 0, links: 0 });
    const cards = [card("note", "gone", [0, 0], { trashedAt: 1 }), card("drawing", "", [0, 0])];
    expect(outlineOf(cards)).toEqual({ sections: [], cards: 0, links: 0 });
  });

  it("[T2] a link is told on both its cards, those that leave first, the strongest first", () => {
    const [a, b, c] = [card("factor", "a", [0, 0]), card("factor", "b", [300, 0]), card("factor", "c", [600, 0])];
    const outline = outlineOf([a, b, c], [link(b, a, 3), link(a, b, 1), link(a, c, 3)]);
    const ties = outline.sections[0]?.entries[0]?.ties.map(({ way, other, link: { strength } }) => [
      way,
      other.text,
      strength,
    ]);
    expect(ties).toEqual([
      ["out", "c", 3],
      ["out", "b", 1],
      ["in", "b", 3],
    ]);
    expect([outline.cards, outline.links]).toEqual([3, 3]);
  });

  it("[T1] tells every card exactly once, whatever frames say of each other", () => {
    const boards = fc
      .array(
        fc.record({
          isFrame: fc.boolean(),
          home: fc.nat(12),
          x: fc.integer({ min: -900, max: 900 }),
          y: fc.integer({ min: -900, max: 900 }),
        }),
        { maxLength: 12 },
      )
      .map((drawn) => {
        const ids = drawn.map(() => newCardId());
        return drawn.map(({ isFrame, home, x, y }, at): Card => {
          const frame = ids[home];
          return {
            ...card(isFrame ? "frame" : "note", `${at}`, [x, y], frame === undefined ? {} : { frame }),
            id: ids[at] as CardId,
          };
        });
      });
    fc.assert(
      fc.property(boards, (cards) => {
        const outline = outlineOf(cards);
        const told = outline.sections.flatMap(({ frame, entries }) =>
          [...(frame ? [frame] : []), ...entries].map((entry) => entry.card.text),
        );
        expect(told.toSorted()).toEqual(cards.map(({ text }) => text).toSorted());
      }),
    );
  });

  it("[T1] reads by rows, and in a row from left to right", () => {
    const at = (x: number, y: number) => ({ id: newCardId(), box: { x, y, width: 100, height: 100 } });
    const [a, b, c, d] = [at(0, 10), at(200, 0), at(400, 20), at(0, 200)];
    expect(inReadingOrder([d, c, b, a])).toEqual([a.id, b.id, c.id, d.id]);
  });
});

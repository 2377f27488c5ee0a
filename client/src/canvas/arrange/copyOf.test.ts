import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type Link,
  type Pair,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { copyOf } from "./copyOf.ts";

const cardOf = (kind: string, position: Pair, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position,
  text: kind,
  attributes,
  extra: {},
});
const linkOf = (from: Card, to: Card, attributes: Link["attributes"] = {}): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  at: 0,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes,
  extra: {},
});
/** @param kept  of which no copy may be made */
const boardOf = (cards: readonly Card[], links: readonly Link[] = [], kept: readonly Card[] = []) => ({
  snapshot: (): BoardSnapshot => ({
    cards: new Map(cards.map((each) => [each.id, each])),
    links: new Map(links.map((each) => [each.id, each])),
    comments: new Map(),
    skipped: 0,
  }),
  mayCopy: (id: CardId) => kept.every((card) => card.id !== id),
});

describe("a copy", () => {
  it("brings texts, facts, the links among the copied and what lies in a copied frame, but no lock", () => {
    const frame = cardOf("frame", [0, 0]);
    const one = cardOf("factor", [10, 10], { level: "group", frame: frame.id, locked: true, order: "b000003" });
    const two = cardOf("factor", [400, 10], { level: "member" });
    const other = cardOf("factor", [800, 10]);
    const board = boardOf(
      [frame, one, two, other],
      [linkOf(one, two, { polarity: "-", strength: 3 }), linkOf(two, other), linkOf(two, one, { trashedAt: 5 })],
    );
    expect(copyOf(board, [frame.id, two.id], [24, 24])).toEqual({
      cards: [
        { kind: "frame", position: [24, 24], text: "frame", attributes: {} },
        { kind: "factor", position: [424, 34], text: "factor", attributes: { level: "member" } },
        { kind: "factor", position: [34, 34], text: "factor", attributes: { level: "group" }, within: 0 },
      ],
      links: [{ from: 2, to: 1, attributes: { polarity: "-", strength: 3 } }],
    });
  });

  it("[B25] of a group is a group of its own, and lies in the frame that it comes to", () => {
    const frame = cardOf("frame", [1_000, 0]);
    const group = [cardOf("note", [0, 0], { group: "g" }), cardOf("note", [0, 200], { group: "g" })];
    const { cards } = copyOf(
      boardOf([frame, ...group]),
      group.map(({ id }) => id),
      [1_040, 40],
    );
    const [one, two] = cards.map(({ attributes }) => attributes);
    expect(one).toEqual(two);
    expect(one?.group).not.toBe("g");
    expect(one?.frame).toBe(frame.id);
  });

  it("[B25] of one card of a group is in no group, and of two groups each keeps to itself", () => {
    const [one, two] = [cardOf("note", [0, 0], { group: "g" }), cardOf("note", [0, 200], { group: "g" })];
    const others = [300, 500].map((y) => cardOf("note", [0, y], { group: "h", level: "group" }));
    const board = boardOf([one, two, ...others]);
    const groupsIn = (...cards: readonly Card[]) =>
      copyOf(
        board,
        cards.map(({ id }) => id),
        [24, 24],
      ).cards.map(({ attributes }) => attributes?.group);
    expect(copyOf(board, [one.id], [24, 24]).cards[0]?.attributes).toStrictEqual({});
    const [first, second, ...rest] = groupsIn(one, two, others[0]!);
    expect([first === second, first === undefined, rest]).toEqual([true, false, [undefined]]);
    expect(new Set(groupsIn(one, two, ...others)).size).toBe(2);
  });

  it("[F106] leaves out what waits to be revealed, in a copied frame too", () => {
    const frame = cardOf("frame", [0, 0]);
    const [told, draft] = [
      cardOf("note", [10, 10], { frame: frame.id }),
      cardOf("note", [20, 20], { frame: frame.id }),
    ];
    const { cards } = copyOf(
      boardOf([frame, told, draft], [linkOf(told, draft)], [draft]),
      [frame.id, draft.id],
      [0, 0],
    );
    expect(cards.map(({ position }) => position)).toEqual([
      [0, 0],
      [10, 10],
    ]);
  });
});

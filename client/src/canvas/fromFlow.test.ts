import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type Link,
  type LinkId,
  type Pair,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import {
  besideOf,
  findFreePlace,
  framesAfterSizing,
  frameAt,
  framedBy,
  framesAfterDrop,
  kindAfter,
  placeNew,
  selectionAfter,
} from "./fromFlow.ts";

const card = (kind: string, position: Pair, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position,
  text: kind,
  attributes,
  extra: {},
});
const boardOf = (cards: readonly Card[], links: readonly Link[] = []): BoardSnapshot => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(links.map((each) => [each.id, each])),
  comments: new Map(),
  skipped: 0,
});

describe("the selection", () => {
  const [a, b] = [newCardId(), newLinkId()];
  const before: ReadonlySet<CardId | LinkId> = new Set([a]);

  it("follows what React Flow chose, cards and links alike", () => {
    const after = selectionAfter(before, [
      { type: "select", id: a, selected: false },
      { type: "select", id: b, selected: true },
      { type: "position", id: a },
    ]);
    expect([...after]).toEqual([b]);
  });

  it("is the same set when nothing changed", () => {
    expect(selectionAfter(before, [{ type: "select", id: a, selected: true }])).toBe(before);
  });
});

describe("a marquee", () => {
  it("chooses cards that it touches, and frames only when they lie in it whole", () => {
    const frame = card("frame", [0, 0], { size: [400, 400] });
    const inside = card("note", [10, 10], { size: [100, 100] });
    const aside = card("note", [500, 500], { size: [100, 100] });
    const gone = card("note", [20, 20], { trashedAt: 1 });
    const board = boardOf([frame, inside, aside, gone]);
    expect(framedBy(board, { x: 50, y: 50, width: 100, height: 100 })).toEqual([inside.id]);
    expect(framedBy(board, { x: -10, y: -10, width: 520, height: 520 })).toEqual([frame.id, inside.id, aside.id]);
    expect(framedBy(board, { x: 700, y: 700, width: 10, height: 10 })).toEqual([]);
  });
});

describe("a dropped card", () => {
  const frame = card("frame", [0, 0], { size: [400, 400] });
  const inner = card("frame", [200, 200], { size: [150, 150] });

  it("[B15] lies in the frame that holds its middle, the innermost of several, and in none outside", () => {
    const outside = card("note", [600, 0], { size: [100, 100] });
    const inside = card("note", [10, 10], { size: [100, 100], frame: frame.id });
    const board = boardOf([frame, inner, outside, inside]);
    expect([...framesAfterDrop(board, [outside.id], [-500, 100])]).toEqual([[outside.id, frame.id]]);
    expect([...framesAfterDrop(board, [outside.id], [-350, 240])]).toEqual([[outside.id, inner.id]]);
    expect([...framesAfterDrop(board, [inside.id], [500, 0])]).toEqual([[inside.id, undefined]]);
    expect([...framesAfterDrop(board, [inside.id], [5, 5])]).toEqual([]);
  });

  it("[B15] stays in the frame that it travels with, and frames lie in no frame", () => {
    const inside = card("note", [10, 10], { size: [100, 100], frame: frame.id });
    const board = boardOf([frame, inner, inside]);
    expect([...framesAfterDrop(board, [frame.id, inside.id, inner.id], [2_000, 0])]).toEqual([]);
  });

  it("[B15] lies in no frame that was moved away with it, and in one that has come to lie under it", () => {
    const [left, over] = [-1_950, 50].map((x) => card("note", [x, 50], { size: [100, 100] })) as [Card, Card];
    const board = boardOf([frame, left, over]);
    expect([...framesAfterDrop(board, [frame.id, left.id, over.id], [2_000, 0])]).toEqual([[over.id, frame.id]]);
  });

  it("does not fall into a frame that is in the trash", () => {
    expect(
      frameAt(boardOf([{ ...frame, attributes: { ...frame.attributes, trashedAt: 1 } }]), [50, 50]),
    ).toBeUndefined();
  });
});

describe("a frame around cards", () => {
  const frame = card("frame", [0, 0], { size: [400, 400] });
  const inside = card("note", [10, 10], { size: [100, 100], frame: frame.id });
  const beside = card("note", [500, 10], { size: [100, 100] });
  const locked = card("note", [500, 200], { size: [100, 100], locked: true });
  const gone = card("note", [500, 200], { size: [100, 100], trashedAt: 1 });
  const box = (x: number, width: number) => ({ x, y: 0, width, height: 400 });

  it("[B106] holds the cards whose middle lies in its new box, and no longer those whose middle doesn't; locked ones stay", () => {
    const board = boardOf([frame, inside, beside, locked, gone]);
    expect([...framesAfterSizing(board, new Map([[frame.id, box(0, 700)]]))]).toEqual([[beside.id, frame.id]]);
    expect([...framesAfterSizing(board, new Map([[frame.id, box(400, 300)]]))]).toEqual([
      [inside.id, undefined],
      [beside.id, frame.id],
    ]);
    expect([...framesAfterSizing(board, new Map([[beside.id, box(0, 100)]]))]).toEqual([]);
  });

  it("[B106] leaves cards in the smaller frame that lies in it, and frames in none", () => {
    const inner = card("frame", [480, 0], { size: [200, 200] });
    const own = card("note", [500, 10], { size: [100, 100], frame: inner.id });
    const board = boardOf([frame, inside, inner, own]);
    expect([...framesAfterSizing(board, new Map([[frame.id, box(0, 900)]]))]).toEqual([]);
    // let go by the inner one, it lies in the outer one
    const sizes = new Map([
      [frame.id, box(0, 900)],
      [inner.id, { x: 700, y: 0, width: 100, height: 100 }],
    ]);
    expect([...framesAfterSizing(board, sizes)]).toEqual([[own.id, frame.id]]);
  });

  it("[B106] takes them in when it is made", () => {
    const made = placeNew(boardOf([inside, beside, locked]), "frame", [300, 200], { size: [800, 400] });
    expect(made).toEqual({
      kind: "frame",
      position: [-100, 0],
      attributes: { size: [800, 400] },
      holds: [inside.id, beside.id],
    });
  });
});

describe("a new card", () => {
  it("has its middle where it was asked for, and lies in the frame there", () => {
    const frame = card("frame", [0, 0], { size: [400, 400] });
    expect(placeNew(boardOf([frame]), "expectation", [200, 200])).toEqual({
      kind: "expectation",
      position: [96, 127],
      attributes: { frame: frame.id },
    });
  });

  it("takes the next free place on its way", () => {
    const taken = card("note", [0, 0], { size: [100, 100] });
    expect(findFreePlace(boardOf([taken]), [100, 100], [50, 50], [0, 112])).toEqual([50, 162]);
    expect(findFreePlace(boardOf([taken]), [100, 100], [500, 50], [0, 112])).toEqual([500, 50]);
  });

  it("below another keeps its left edge, and to either side leaves room for a link", () => {
    const one = card("expectation", [0, 0]);
    const board = boardOf([one]);
    expect(besideOf(board, one, "expectation", "below")).toEqual([104, 146 + 24 + 73]);
    expect(besideOf(board, one, "expectation", "right")).toEqual([208 + 64 + 104, 73]);
    expect(besideOf(board, one, "expectation", "left")).toEqual([-64 - 104, 73]);
  });

  it("made out of evidence is an expectation, out of all else its like", () => {
    expect(["factor", "note", "quote", "frame", "martian"].map(kindAfter)).toEqual([
      "factor",
      "note",
      "expectation",
      "expectation",
      "expectation",
    ]);
  });
});

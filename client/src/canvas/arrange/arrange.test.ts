import { newCardId, type Card, type CardAttributes, type CardId, type Pair } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { connectAlone, someoneOn } from "../../state/alone.ts";
import { boardStateOver } from "../../state/index.ts";
import type { ActionContext } from "../action.ts";
import { boxOf } from "../box.ts";
import { alignTo, SIDES, spreadOut } from "./align.ts";
import { enclosedBy, isInside } from "./lasso.ts";
import { align, spread } from "./move.ts";
import { CORNERS, resized } from "./resize.ts";
import { unitsOf } from "./units.ts";

const text = await textIn("en", "en-GB");
const cardOf = (kind: string, position: Pair, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position,
  text: "",
  attributes: { size: [100, 60], ...attributes },
  extra: {},
});
const boardOf = (...cards: readonly Card[]) => ({ cards: new Map(cards.map((card) => [card.id, card])) });
const free = { isLocked: () => false };
const moved = (cards: readonly Card[], moves: ReadonlyMap<CardId, Pair>): readonly Card[] =>
  cards.map((card) => {
    const [dx, dy] = moves.get(card.id) ?? [0, 0];
    return { ...card, position: [card.position[0] + dx, card.position[1] + dy] };
  });

describe("aligning and spacing out", () => {
  const frame = cardOf("frame", [0, 0], { size: [400, 300] });
  const inside = cardOf("note", [40, 40], { frame: frame.id });
  const [one, two] = [cardOf("note", [600, 10], { group: "g" }), cardOf("note", [760, 90], { group: "g" })];
  const alone = cardOf("note", [1000, 400]);
  const cards = [frame, inside, one, two, alone];

  it("[B24] takes a frame with what lies in it, and a group, as one", () => {
    const units = unitsOf(
      boardOf(...cards),
      cards.map(({ id }) => id),
      free,
    );
    expect(units.map((unit) => [unit.cards.size, unit.box.width])).toEqual([
      [2, 400],
      [2, 260],
      [1, 100],
    ]);
    expect([...alignTo(units, "Left")]).toEqual([
      [one.id, [-600, 0]],
      [two.id, [-600, 0]],
      [alone.id, [-1000, 0]],
    ]);
    const within = unitsOf(boardOf(...cards), [one.id, two.id], { ...free, inGroup: "g" });
    expect([...alignTo(within, "Up")]).toEqual([[two.id, [0, -80]]]);
  });

  it("[B24] leaves what is locked where it is, and the others come to it", () => {
    const units = unitsOf(boardOf(one, alone), [one.id, alone.id], { isLocked: (id) => id === one.id });
    expect([...alignTo(units, "Left")]).toEqual([[alone.id, [-400, 0]]]);
  });

  it("[B24] once aligned, everything is: the same again moves nothing", () => {
    const places = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(places, fc.constantFrom(...SIDES), (at, side) => {
        const before = at.map((position) => cardOf("note", position));
        const ids = before.map(({ id }) => id);
        const after = moved(before, alignTo(unitsOf(boardOf(...before), ids, free), side));
        expect(alignTo(unitsOf(boardOf(...after), ids, free), side).size).toBe(0);
      }),
    );
  });

  it("[B24] the gaps are equal and the two at the ends stay", () => {
    const before = [cardOf("note", [0, 0]), cardOf("note", [130, 5]), cardOf("note", [500, 9])];
    const after = moved(
      before,
      spreadOut(
        unitsOf(
          boardOf(...before),
          before.map(({ id }) => id),
          free,
        ),
        "Row",
      ),
    );
    expect(after.map(({ position }) => position)).toEqual([
      [0, 0],
      [250, 5],
      [500, 9],
    ]);
  });
});

describe("cards that are aligned or spaced out with a frame", () => {
  /** A frame and cards, all of them chosen. */
  const openWith = (x: number, ...at: readonly Pair[]) => {
    vi.stubGlobal("matchMedia", () => ({ matches: true }));
    onTestFinished(() => void vi.unstubAllGlobals());
    const board = boardStateOver(connectAlone(), someoneOn("participant", { language: "en" }));
    const [frame, ...notes] = board.commands.addCards([
      { kind: "frame", position: [x, 0], text: "Needs", attributes: { size: [400, 300] } },
      ...at.map((position) => ({
        kind: "note" as const,
        position,
        text: "A",
        attributes: { size: [100, 60] as const },
      })),
    ]);
    const context: ActionContext = { board, view: undefined, text, toast: () => {}, announce: () => {} };
    const placesNow = () => [frame!, ...notes].map((id) => board.card(id)?.position[0]);
    const framesNow = () => notes.map((id) => board.card(id)?.attributes.frame);
    return { context, frame, placesNow, framesNow };
  };

  it("[B15] lie in it where it has come to lie under them", () => {
    const { context, frame, placesNow, framesNow } = openWith(0, [600, 40], [-900, 900]);
    align(context, "Left");
    expect(placesNow()).toEqual([-900, -900, -900]);
    expect(framesNow()).toEqual([frame, undefined]);
  });

  it("[B15] do not lie in it where it lay before", () => {
    const { context, placesNow, framesNow } = openWith(850, [0, 40], [100, 40], [3_000, 40]);
    spread(context, "Row");
    expect(placesNow()).toEqual([1_800, 0, 900, 3_000]);
    expect(framesNow()).toEqual([undefined, undefined, undefined]);
  });
});

describe("a card that is resized", () => {
  it("[B29] keeps its opposite corner, and never gets smaller than can be read", () => {
    const px = fc.integer({ min: -600, max: 600 });
    fc.assert(
      fc.property(fc.constantFrom(...CORNERS), px, px, (corner, dx, dy) => {
        const box = boxOf(cardOf("note", [100, 200], { size: [200, 150] }));
        const { x, y, width, height } = resized(box, corner, [dx, dy], [120, 72]);
        expect(width >= 120 && height >= 72).toBe(true);
        expect(corner.endsWith("w") ? x + width : x).toBe(corner.endsWith("w") ? 300 : 100);
        expect(corner.startsWith("n") ? y + height : y).toBe(corner.startsWith("n") ? 350 : 200);
      }),
    );
  });

  it("[B101] stays as it is when its corner goes nowhere, however small it is and wherever it lies", () => {
    const box = { x: 0.5, y: 0.25, width: 20.5, height: 10 };
    expect(CORNERS.map((corner) => resized(box, corner, [0, 0], [120, 72]))).toEqual(CORNERS.map(() => box));
  });
});

describe("a loop", () => {
  const loop: readonly Pair[] = [
    [0, 0],
    [300, 0],
    [300, 300],
    [150, 100],
    [0, 300],
  ];
  it("[B31] takes the cards whose middles it encloses, and frames only whole", () => {
    const [inside, inTheNotch] = [cardOf("note", [0, 20]), cardOf("note", [110, 180])];
    const frames = [
      cardOf("frame", [60, 10], { size: [100, 50] }),
      cardOf("frame", [60, 10], { size: [900, 50] }),
    ] as const;
    expect(enclosedBy(boardOf(inside, inTheNotch, ...frames), loop)).toEqual([inside.id, frames[0].id]);
  });

  it("[B31] does not care where it was begun, nor in which direction it was drawn", () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 350 }), fc.integer({ min: -50, max: 350 }));
    fc.assert(
      fc.property(point, fc.nat(4), ([x, y], turn) => {
        const other = [...loop.slice(turn), ...loop.slice(0, turn)].toReversed();
        const at: Pair = [x + 0.5, y + 0.25];
        expect(isInside(at, other)).toBe(isInside(at, loop));
      }),
    );
  });
});

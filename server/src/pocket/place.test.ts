import { IDEA_KINDS } from "@palabre/shared/protocol";
import {
  DEFAULT_SIZES,
  LIMITS,
  newCardId,
  positionSchema,
  type Card,
  type CardId,
  type Pair,
} from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeIdea } from "./place.ts";

const card = (kind: string, position: Pair, attributes: Card["attributes"] = {}): Card => ({
  id: newCardId(),
  kind,
  position,
  text: "x",
  at: 0,
  attributes,
  extra: {},
});
const boardOf = (cards: readonly Card[]) => ({ cards: new Map(cards.map((each) => [each.id, each] as const)) });
const boxOf = ([x, y]: Pair, [w, h]: Pair) => ({ left: x, top: y, right: x + w, bottom: y + h });
const isApart = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

/** Puts ideas one after the other. */
function place(kinds: readonly (typeof IDEA_KINDS)[number][], before: readonly Card[], look: CardId | undefined) {
  const cards = [...before];
  for (const kind of kinds) {
    const placed = placeIdea(kind, boardOf(cards), look);
    const index = cards.findIndex(({ id }) => id === placed.frame?.id);
    const frame = cards[index];
    if (frame && placed.frame)
      cards[index] = { ...frame, attributes: { ...frame.attributes, size: placed.frame.size } };
    cards.push(card(kind, placed.position));
  }
  return cards;
}

describe("the place of an idea", () => {
  it("[K8] is over no other card, and in the frame of the step where there is one", () => {
    const position = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("note", "factor"), position), { maxLength: 12 }),
        fc.array(fc.constantFrom(...IDEA_KINDS), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (strewn, kinds, isFramed) => {
          const frame = card("frame", [-200, -100]);
          const before = [...strewn.map(([kind, at]) => card(kind, at)), ...(isFramed ? [frame] : [])];
          const after = place(kinds, before, isFramed ? frame.id : undefined);
          const grown = after.find(({ id }) => id === frame.id);
          const ideas = after.slice(before.length);
          for (const one of ideas) {
            const box = boxOf(one.position, DEFAULT_SIZES[one.kind as "note"]);
            if (grown) {
              const around = boxOf(grown.position, grown.attributes.size ?? DEFAULT_SIZES.frame);
              expect(box.left >= around.left && box.right <= around.right && box.bottom <= around.bottom).toBe(true);
              expect(box.top).toBeGreaterThanOrEqual(around.top + 40);
            }
            // below a frame that grows may lie what is not its own
            const others = after.filter((other) => other.id !== one.id && other.kind !== "frame");
            const inTheWay = isFramed
              ? others.filter((other) => ideas.includes(other) || other.position[1] < 260)
              : others;
            for (const other of inTheWay)
              expect(isApart(box, boxOf(other.position, DEFAULT_SIZES[other.kind as "note"]))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("[K8] fills a row before it begins another, in a frame and on the open board", () => {
    const frame = card("frame", [0, 0]);
    const inFrame = place(
      Array.from({ length: 4 }, () => "note" as const),
      [frame],
      frame.id,
    ).slice(1);
    expect(inFrame.map(({ position }) => position)).toEqual([
      [24, 40],
      [212, 40],
      [24, 160],
      [212, 160],
    ]);
    const onBoard = place(
      Array.from({ length: 6 }, () => "note" as const),
      [],
      undefined,
    );
    expect(new Set(onBoard.map(({ position }) => position[1])).size).toBe(2);
  });

  it("[K27] is found at once in a frame as large as a board, whatever lies in it", () => {
    const frame = card("frame", [0, 0], { size: [LIMITS.coordinatePx, LIMITS.coordinatePx] });
    // the last to be looked at of what lies in a row
    const whole = card("note", [0, 1], { size: [LIMITS.coordinatePx, LIMITS.coordinatePx] });
    const thin = Array.from({ length: 200 }, (_, n) =>
      card("note", [n * 5_000, 0], { size: [1, LIMITS.coordinatePx] }),
    );
    const side = LIMITS.coordinatePx / 20;
    const tiles = Array.from({ length: 400 }, (_, n) =>
      card("note", [(n % 20) * side, Math.floor(n / 20) * side], { size: [side - 1, side - 1 - n] }),
    );
    const before = performance.now();
    for (const cards of [[whole, ...thin], thin, tiles, [whole, ...thin, ...tiles]])
      placeIdea("note", boardOf([frame, ...cards]), frame.id);
    // this measures in ms: walked place by place it takes minutes
    expect(performance.now() - before).toBeLessThan(5_000);
    // beside the first thin one, and not below the last
    expect(placeIdea("note", boardOf([frame, ...thin]), frame.id).position).toEqual([24 + 188, 40]);
  });

  it("[K27] is the first free one, as when each is tried in its turn", () => {
    const length = fc.integer({ min: 10, max: 900 });
    const thing = fc.tuple(
      fc.integer({ min: -200, max: 1_600 }),
      fc.integer({ min: -200, max: 1_600 }),
      length,
      length,
    );
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 25 }), (things) => {
        const frame = card("frame", [0, 0], { size: [1_300, 2_000] });
        const others = things.map(([x, y, width, height]) => card("note", [x, y], { size: [width, height] }));
        const boxes = others.map((other) => boxOf(other.position, other.attributes.size ?? [0, 0]));
        const isFree = ([x, y]: Pair) => {
          const withAir = boxOf([x - 24, y - 24], [164 + 48, 96 + 48]);
          return boxes.every((box) => isApart(withAir, box));
        };
        const inTurn = Array.from({ length: 6 * 40 }, (_, n): Pair => [
          24 + (n % 6) * 188,
          40 + Math.floor(n / 6) * 120,
        ]);
        expect(placeIdea("note", boardOf([frame, ...others]), frame.id).position).toEqual(inTurn.find(isFree));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a card at the end of the board", [card("note", [0, LIMITS.coordinatePx])], false],
    ["one in its corner", [card("note", [LIMITS.coordinatePx, LIMITS.coordinatePx])], false],
    ["one near its end", [card("note", [0, LIMITS.coordinatePx - 200])], false],
    ["a card as large as a board", [card("note", [0, 0], { size: [LIMITS.coordinatePx, LIMITS.coordinatePx] })], false],
    ["a frame at the end", [card("frame", [0, LIMITS.coordinatePx])], true],
    ["a frame in the corner", [card("frame", [LIMITS.coordinatePx, LIMITS.coordinatePx - 500])], true],
    ["a frame as large as a board", [card("frame", [0, 0], { size: [1, LIMITS.coordinatePx] })], true],
  ] as const)("[K28] is one that a card may have, and no other idea's: %s", (_, before, isFramed) => {
    const after = place(
      Array.from({ length: 60 }, () => "note" as const),
      before,
      isFramed ? before[0].id : undefined,
    );
    const places = after.slice(before.length).map(({ position }) => position);
    expect(places.filter((position) => !positionSchema.safeParse(position).success)).toEqual([]);
    expect(new Set(places.map((position) => position.join())).size).toBe(60);
    for (const { attributes } of after)
      expect(Math.max(...(attributes.size ?? [0]))).toBeLessThanOrEqual(LIMITS.coordinatePx);
  });
});

import { IDEA_KINDS } from "@palabre/shared/protocol";
import { DEFAULT_SIZES, newCardId, type Card, type CardId, type Pair } from "@palabre/shared/terms";
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
});

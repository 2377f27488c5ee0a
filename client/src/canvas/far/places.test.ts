import { newCardId, type Card, type CardId, type Pair } from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf, holds, meets } from "../box.ts";
import { createPlaces } from "./places.ts";

const card = (position: Pair, kind = "note", at = 1): Card => ({
  id: newCardId(),
  kind,
  at,
  position,
  text: "",
  attributes: {},
  extra: {},
});
const mapOf = (cards: readonly Card[]): ReadonlyMap<CardId, Card> => new Map(cards.map((each) => [each.id, each]));

const coordinate = fc.integer({ min: -5_000, max: 5_000 });
const position = fc.tuple(coordinate, coordinate);
/** Cards that come, are moved, thrown away and deleted for good, a few at a time. */
const turns = fc.array(
  fc.record({
    add: fc.array(position, { maxLength: 8 }),
    move: fc.array(fc.tuple(fc.nat(), position), { maxLength: 5 }),
    trash: fc.array(fc.nat(), { maxLength: 2 }),
    purge: fc.array(fc.nat(), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("where the cards of a board lie", () => {
  it("[B20] is told as if all of them were asked, whatever was changed before", () => {
    fc.assert(
      fc.property(turns, position, fc.integer({ min: 1, max: 9_000 }), (changes, corner, size) => {
        const places = createPlaces();
        const cards = new Map<CardId, Card>();
        const pick = (at: number) => [...cards.values()][at % Math.max(1, cards.size)];
        for (const { add, move, trash, purge } of changes) {
          for (const at of add) {
            const made = card(at);
            cards.set(made.id, made);
          }
          for (const [at, to] of move) {
            const moved = pick(at);
            if (moved) cards.set(moved.id, { ...moved, position: to });
          }
          for (const at of trash) {
            const thrown = pick(at);
            if (thrown) cards.set(thrown.id, { ...thrown, attributes: { trashedAt: 1 } });
          }
          for (const at of purge) {
            const gone = pick(at);
            if (gone) cards.delete(gone.id);
          }
          places.update(new Map(cards));
        }
        const box = { x: corner[0], y: corner[1], width: size, height: size / 2 };
        const living = [...cards.values()].filter(({ attributes }) => attributes.trashedAt === undefined);
        expect(places.within(box)).toEqual(
          new Set(living.filter((each) => meets(boxOf(each), box)).map(({ id }) => id)),
        );
        const found = places.at(corner, 1);
        const hit = living.filter((each) => holds(boxOf(each), corner)).map(({ id }) => id);
        expect(found === undefined ? hit : hit.includes(found)).toEqual(found === undefined ? [] : true);
      }),
    );
  });

  it("[B21] what was born last lies on top, and a frame beneath all", () => {
    const places = createPlaces();
    const [frame, first, second] = [card([0, 0], "frame", 9), card([10, 10], "note", 1), card([20, 20], "note", 2)];
    places.update(mapOf([frame, second, first]));
    expect(places.at([30, 30], 1)).toBe(second.id);
    expect(places.at([12, 12], 1)).toBe(first.id);
    expect(places.at([300, 300], 1)).toBe(frame.id);
    expect(places.at([900, 900], 1)).toBeUndefined();
  });

  it("[B165] a painted drawing is at its line, as wide as from near, and what lies in its box beside that is what is hit there", () => {
    const places = createPlaces();
    const note = card([100, 100]);
    const drawing = (position: Pair, path: string): Card => ({
      ...card(position, "drawing", 9),
      attributes: { size: [200, 200], path },
    });
    const [corner, unread] = [drawing([100, 100], "100 100 4 4 4 96 96 96"), drawing([1_100, 100], "x")];
    places.update(mapOf([note, corner, unread]));
    // the line runs down the left and along the foot
    expect(places.at([108, 150], 1)).toBe(corner.id);
    expect(places.at([180, 150], 1)).toBe(note.id);
    expect(places.at([250, 250], 1)).toBeUndefined();
    expect(places.at([95, 150], 0.5)).toBe(corner.id);
    expect(places.at([180, 150], 0.1)).toBe(corner.id);
    // of one that can't be read nobody knows where it runs
    expect(places.at([1_250, 250], 1)).toBe(unread.id);
  });
});

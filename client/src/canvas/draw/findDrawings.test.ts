import { newCardId, type Card, type Pair } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { createPlaces } from "../far/places.ts";
import { findDrawings } from "./findDrawings.ts";

const card = (kind: string, position: Pair, attributes: Card["attributes"]): Card => ({
  id: newCardId(),
  kind,
  at: 1,
  position,
  text: "",
  attributes,
  extra: {},
});
// down the left and along the foot, made twice as large as it was drawn
const corner = card("drawing", [100, 100], { size: [200, 200], path: "100 100 4 4 4 96 96 96" });
const dot = card("drawing", [1_000, 100], { size: [8, 8], path: "8 8 4 4" });
const note = card("note", [80, 280], {});
const unread = card("drawing", [80, 280], { size: [200, 200], path: "x" });
const cards = new Map([corner, dot, note, unread].map((each) => [each.id, each]));
const places = createPlaces();
places.update(cards);
const painted = { places, drawn: { cards, links: [], routes: new Map() } };

it("[B53] an eraser wipes the painted lines that run under it, and neither what only lies there nor the ground of a line", () => {
  expect(findDrawings(painted, [108, 200], 1)).toEqual([corner.id]);
  expect(findDrawings(painted, [200, 290], 1)).toEqual([corner.id]);
  expect(findDrawings(painted, [200, 200], 1)).toEqual([]);
  expect(findDrawings(painted, [1_004, 104], 1)).toEqual([dot.id]);
});

it("[B53] from far an eraser reaches as many pixels of the screen as from near", () => {
  expect(findDrawings(painted, [150, 200], 1)).toEqual([]);
  expect(findDrawings(painted, [150, 200], 0.1)).toEqual([corner.id]);
  expect(findDrawings(painted, [1_080, 104], 0.1)).toEqual([dot.id]);
});

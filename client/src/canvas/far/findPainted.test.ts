import { newCardId, newLinkId, type Card, type Link, type Pair } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { Route } from "../routes.ts";
import { findPainted } from "./findPainted.ts";
import { createPlaces } from "./places.ts";

const card = (kind: string, position: Pair): Card => ({
  id: newCardId(),
  kind,
  at: 1,
  position,
  text: "",
  attributes: {},
  extra: {},
});
const [a, b] = [card("note", [0, 0]), card("note", [1_000, 0])];
const frame: Card = { ...card("frame", [-100, -200]), attributes: { size: [2_000, 600] } };
const link: Link = {
  id: newLinkId(),
  from: a.id,
  to: b.id,
  at: 1,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
};
const route: Route = { from: { side: "right", shift: 0 }, to: { side: "left", shift: 0 } };
const cards = new Map([a, b, frame].map((each) => [each.id, each]));
const places = createPlaces();
places.update(cards);
const painted = { places, drawn: { cards, links: [link], routes: new Map([[link.id, route]]) } };

describe("what is painted at a point", () => {
  it("[B21] is a card, else a link a few pixels of the screen away, else the frame beneath", () => {
    expect(findPainted(painted, [50, 50], 0.1)).toEqual({ type: "card", id: a.id });
    // the line runs straight, 48 px under the top of the two
    expect(findPainted(painted, [500, 48 + 70], 0.1)).toEqual({ type: "link", id: link.id });
    expect(findPainted(painted, [500, 48 + 70], 1)).toEqual({ type: "card", id: frame.id });
    expect(findPainted(painted, [500, 300], 0.1)).toEqual({ type: "card", id: frame.id });
    expect(findPainted(painted, [500, 9_000], 0.1)).toBeUndefined();
  });
});

import { newCardId, type Card, type Pair } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { drawnCard } from "./drawnCard.ts";
import { strokeOf, writeStroke } from "./stroke.ts";

const frameOf = (position: Pair, size: Pair): Card => ({
  id: newCardId(),
  kind: "frame",
  at: 0,
  position,
  text: "",
  attributes: { size },
  extra: {},
});
const outer = frameOf([0, 0], [800, 600]);
const inner = frameOf([100, 100], [300, 200]);
const snapshot = {
  cards: new Map([outer, inner].map((card) => [card.id, card])),
  links: new Map(),
  comments: new Map(),
  skipped: 0,
};
const draw = (...points: readonly Pair[]) => drawnCard(snapshot, strokeOf(points)!, "blue");

describe("what the pen draws", () => {
  it("[B154] lies in the innermost frame that holds its middle, and in none outside", () => {
    expect(draw([150, 150], [250, 250]).attributes?.frame).toBe(inner.id);
    // begun in the inner one, most of it outside
    expect(draw([380, 280], [700, 500]).attributes?.frame).toBe(outer.id);
    expect(draw([900, 900], [950, 950]).attributes).not.toHaveProperty("frame");
  });

  it("[B52] is a card where it was drawn, in the colour of the pen", () => {
    const stroke = strokeOf([
      [900, 901],
      [951, 940],
    ])!;
    expect(drawnCard(snapshot, stroke, "blue")).toEqual({
      kind: "drawing",
      position: stroke.position,
      text: "",
      attributes: { size: stroke.stroke.size, path: writeStroke(stroke.stroke), colour: "blue" },
    });
    expect(drawnCard(snapshot, stroke, undefined).attributes).not.toHaveProperty("colour");
  });
});

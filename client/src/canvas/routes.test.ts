import { newCardId, newLinkId, type CardId, type Pair } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { Box } from "./box.ts";
import { createBoxIndex } from "./boxIndex.ts";
import { isCrossed } from "./crossing.ts";
import { chooseSides, placeEnds, type Sides } from "./routes.ts";

const box = (x: number, y: number): Box => ({ x, y, width: 200, height: 140 });
const clear = () => false;

describe("the sides that a link joins", () => {
  it.each<[string, Box, Box, Sides]>([
    ["to the right", box(0, 0), box(400, 0), ["right", "left"]],
    ["to the left", box(400, 0), box(0, 0), ["left", "right"]],
    ["below", box(0, 0), box(0, 300), ["bottom", "top"]],
    ["above", box(0, 300), box(0, 0), ["top", "bottom"]],
    ["aslant, sideways first", box(0, 0), box(300, 350), ["right", "left"]],
    ["aslant and steep", box(0, 0), box(250, 900), ["bottom", "top"]],
    ["close below, by a bow", box(0, 0), box(0, 160), ["right", "right"]],
    ["close above, by the other bow", box(0, 160), box(0, 0), ["left", "left"]],
    ["close to the right", box(0, 0), box(220, 0), ["top", "top"]],
    ["close to the left", box(220, 0), box(0, 0), ["bottom", "bottom"]],
  ])("%s", (_, from, to, sides) => {
    expect(chooseSides(from, to, clear)).toEqual(sides);
  });

  const among = (from: Box, others: readonly Box[], to: Box) => {
    const ids = [newCardId(), newCardId()];
    const boxes = createBoxIndex<CardId>();
    for (const [i, each] of [from, to, ...others].entries()) boxes.put(ids[i] ?? newCardId(), each);
    return chooseSides(from, to, (a: Pair, b: Pair) => isCrossed(boxes, a, b, ids));
  };

  it("go round a card that stands between", () => {
    expect(among(box(0, 0), [box(0, 250)], box(0, 500))).toEqual(["right", "right"]);
    expect(among(box(0, 0), [box(0, 250), box(210, 250)], box(0, 500))).toEqual(["left", "left"]);
  });

  it("go straight through when every way is barred", () => {
    const around = [box(0, 250), box(210, 250), box(-210, 250)];
    expect(among(box(0, 0), around, box(0, 500))).toEqual(["bottom", "top"]);
  });

  it("turn one corner where that is free", () => {
    expect(among(box(0, 300), [box(330, 260)], box(660, 60))).toEqual(["top", "left"]);
  });
});

describe("links on one side of a card", () => {
  it("stand apart, in the order of their other ends", () => {
    const [hub, high, low] = [newCardId(), newCardId(), newCardId()];
    const boxes = new Map([
      [hub, box(0, 0)],
      [high, box(500, -200)],
      [low, box(500, 200)],
    ]);
    const [toLow, toHigh] = [newLinkId(), newLinkId()];
    const sides: Sides = ["right", "left"];
    const ends = placeEnds(
      hub,
      [
        { id: toLow, from: hub, to: low, sides },
        { id: toHigh, from: hub, to: high, sides },
      ],
      boxes,
    );
    expect(ends).toEqual([
      { id: toHigh, end: "from", side: "right", shift: -16 },
      { id: toLow, end: "from", side: "right", shift: 16 },
    ]);
  });
});

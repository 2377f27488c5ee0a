import { CARD_KINDS } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { PICTURE, previewShapes } from "./previewShapes.ts";

const kind = (name: (typeof CARD_KINDS)[number]): number => CARD_KINDS.indexOf(name);

describe("a board's picture", () => {
  it("is scaled to its box, in the middle, keeping its proportions", () => {
    // 1320 × 460 board px in 264 × 92 of the picture: a fifth would do both ways, but the most is 0.16
    const { cards } = previewShapes({ cards: [[kind("note"), 100, 50, 1320, 460]], links: [] });
    const [w, h] = [1320 * 0.16, 460 * 0.16];
    const [x, y] = [(PICTURE.width - w) / 2, (PICTURE.height - h) / 2];
    expect(cards).toEqual([
      {
        kind: "note",
        path: `M${x.toFixed(1)} ${y.toFixed(1)}H${(x + w).toFixed(1)}V${(y + h).toFixed(1)}H${x.toFixed(1)}Z`,
      },
    ]);
  });

  it("draws frames under the cards that they hold", () => {
    const { cards } = previewShapes({
      cards: [
        [kind("factor"), 10, 10, 20, 10],
        [kind("frame"), 0, 0, 100, 100],
      ],
      links: [],
    });
    expect(cards.map((card) => card.kind)).toEqual(["frame", "factor"]);
  });

  it("tells the sign of a link, from end to end", () => {
    const { links } = previewShapes({ cards: [[kind("note"), 0, 0, 100, 100]], links: [[0, 0, 100, 100, -1]] });
    expect(links).toEqual([{ isHelping: false, path: "M136 50C144 50 144 66 152 66" }]);
  });

  it("of cards that lie on one point is still drawn", () => {
    const { cards } = previewShapes({ cards: [[kind("strategy"), 5, 5, 0, 0]], links: [] });
    expect(cards[0]?.path).not.toMatch(/NaN|Infinity/);
  });
});

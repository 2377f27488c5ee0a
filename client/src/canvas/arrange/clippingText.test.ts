import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newBoardId } from "@palabre/shared/terms";
import { readClipping, writeClipping, type Clipping } from "./clippingText.ts";

const clipping: Clipping = {
  board: newBoardId(),
  cards: [
    { kind: "frame", position: [0, 0], text: "Evenings", attributes: { size: [600, 400] } },
    { kind: "factor", position: [40, 60], text: "Volunteers\nwho stay", attributes: { level: "group" }, within: 0 },
  ],
  links: [{ from: 1, to: 0, attributes: { polarity: "-", strength: 3 } }],
};

describe("a clipping", () => {
  it("[B23] comes out of the clipboard as it went in", () => {
    expect(readClipping(writeClipping(clipping))).toEqual(clipping);
  });

  it("[B23] leaves behind what belongs to its board, and facts that make no sense", () => {
    const [, factor] = clipping.cards;
    const facts = { ...factor?.attributes, locked: true, trashedAt: 5, size: ["wide"], unheardOf: 1 };
    const written = JSON.stringify({ palabre: 1, ...clipping, cards: [{ ...factor, attributes: facts }], links: [] });
    expect(readClipping(written)?.cards).toEqual([factor]);
  });

  it("[B23] leaves out links that lead nowhere", () => {
    const links = [...clipping.links, { from: 0, to: 7, attributes: {} }, { from: 1, to: 1, attributes: {} }];
    expect(readClipping(writeClipping({ ...clipping, links }))?.links).toEqual(clipping.links);
  });

  it("[B23] is never read out of anything else, and whatever is pasted throws nothing", () => {
    expect(readClipping(writeClipping({ ...clipping, cards: [] }))).toBeUndefined();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (pasted) => {
        expect(readClipping(pasted)).toBeUndefined();
      }),
    );
  });
});

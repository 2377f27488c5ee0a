import { newBoardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { without } from "./bringImages.ts";
import type { Clipping } from "./clippingText.ts";

it("[B104] what is left out of a clipping takes its links along; frames and other links stay where they were", () => {
  const card = (kind: "frame" | "image" | "factor", within?: number): Clipping["cards"][number] => ({
    kind,
    position: [0, 0],
    text: kind,
    attributes: {},
    ...(within === undefined ? {} : { within }),
  });
  const link = (from: number, to: number) => ({ from, to, attributes: {} });
  const clipping: Clipping = {
    board: newBoardId(),
    cards: [card("image"), card("factor", 2), card("frame"), card("image", 2), card("factor")],
    links: [link(0, 1), link(1, 4), link(4, 3)],
  };
  expect(without(clipping, ({ kind }) => kind === "image")).toEqual({
    clipping: {
      board: clipping.board,
      cards: [card("factor", 1), card("frame"), card("factor")],
      links: [link(0, 2)],
    },
    left: 2,
  });
});

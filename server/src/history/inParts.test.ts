import { newCardId } from "@palabre/shared/terms";
import type { ServerEdit } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import { inParts } from "./inParts.ts";

const [a, b, c, d, e] = Array.from({ length: 5 }, newCardId) as [never, never, never, never, never];

it("[H9] a restore of many things is written in parts, in order, and none is left out", () => {
  const edits: ServerEdit[] = [
    { type: "writeText", card: a, text: "x" },
    { type: "moveCards", moves: [a, b, c].map((card) => ({ card, to: [1, 1] })) },
    { type: "trash", things: [d, e], at: 9 },
  ];
  expect([...inParts(edits, 2)]).toEqual([
    [
      { type: "writeText", card: a, text: "x" },
      { type: "moveCards", moves: [{ card: a, to: [1, 1] }] },
    ],
    [
      {
        type: "moveCards",
        moves: [
          { card: b, to: [1, 1] },
          { card: c, to: [1, 1] },
        ],
      },
    ],
    [{ type: "trash", things: [d, e], at: 9 }],
  ]);
  expect([...inParts(edits, 100)]).toEqual([edits]);
  expect([...inParts([], 2)]).toEqual([]);
});

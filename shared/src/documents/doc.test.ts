import { expect, it } from "vitest";
import { newCardId } from "../terms/index.ts";
import { applyKeptUpdate, createBoardDoc, encodeDoc, observeUpdates } from "./doc.ts";
import { applyEdits } from "./edit.ts";
import { readBoard } from "./read.ts";

const addCard = (doc: ReturnType<typeof createBoardDoc>, text: string) =>
  applyEdits(doc, [{ type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text, at: 1 }]);

it("[R69] an update that is kept as it came is in the document without being told of; what comes after is told", () => {
  const [from, doc] = [createBoardDoc(), createBoardDoc()];
  addCard(from, "kept");
  const told: Uint8Array[] = [];
  let transactions = 0;
  const stop = observeUpdates(doc, (update) => told.push(update));
  doc.on("afterTransaction", () => (transactions += 1));
  applyKeptUpdate(doc, encodeDoc(from));
  expect(readBoard(doc)).toEqual(readBoard(from));
  expect([told.length, transactions]).toEqual([0, 1]);
  // also after bytes that are no update
  expect(() => applyKeptUpdate(doc, Uint8Array.of(255, 255, 255))).toThrow();
  addCard(doc, "written here");
  expect(told).toHaveLength(1);
  stop();
  addCard(doc, "later");
  expect(told).toHaveLength(1);
});

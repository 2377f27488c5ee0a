import * as Y from "yjs";
import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, newPersonId, type CardId } from "../terms/index.ts";
import { applyUpdate, createBoardDoc, encodeDoc, type BoardDoc } from "./doc.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { readBoard } from "./read.ts";

const amina = newPersonId();
const addCard = (id: CardId, more: Partial<Extract<Edit, { type: "addCard" }>> = {}): Edit => ({
  type: "addCard",
  id,
  kind: "expectation",
  position: [10, 20],
  text: "Fast answers",
  at: 1,
  by: amina,
  ...more,
});
const boardWith = (...edits: Edit[]): BoardDoc => {
  const doc = createBoardDoc();
  applyEdits(doc, edits);
  return doc;
};
const updatesOf = (doc: Y.Doc) => {
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => updates.push(update));
  return updates;
};

describe("edits", () => {
  it("[B9] a card is read back with everything it was given, and with what this version does not know", () => {
    const id = newCardId();
    const doc = boardWith(
      addCard(id, { kind: "strategy", attributes: { cost: 100, gain: 250, unit: "euro", tags: ["soir"] } }),
    );
    applyEdits(doc, [{ type: "setAttributes", on: id, values: { mood: { sunny: true }, "reaction:someone": "👏" } }]);
    doc.getMap("cards").set("AAAAAAAAAAAAAAAAAAAAA", { kind: "hologram", at: 2 });
    doc.getMap("position").set("AAAAAAAAAAAAAAAAAAAAA", [0, 0]);
    doc.getMap("text").set("AAAAAAAAAAAAAAAAAAAAA", new Y.Text("?"));
    const { cards, skipped } = readBoard(doc);
    expect(cards.get(id)).toEqual({
      id,
      kind: "strategy",
      by: amina,
      at: 1,
      position: [10, 20],
      text: "Fast answers",
      attributes: { cost: 100, gain: 250, unit: "euro", tags: ["soir"] },
      extra: { mood: { sunny: true }, "reaction:someone": "👏" },
    });
    expect([...cards.values()].map(({ kind }) => kind)).toEqual(["strategy", "hologram"]);
    expect(skipped).toBe(0);
  });

  it("[B5] what is set already is not written again", () => {
    const id = newCardId();
    const doc = boardWith(addCard(id), { type: "setAttributes", on: id, values: { tags: ["a", "b"] } });
    const updates = updatesOf(doc);
    const step = applyEdits(doc, [
      { type: "moveCards", moves: [{ card: id, to: [10, 20] }] },
      { type: "setAttributes", on: id, values: { tags: ["a", "b"], level: undefined } },
      { type: "bringBack", things: [id] },
      addCard(id, { text: "another" }),
    ]);
    expect(step).toEqual({ changes: [] });
    expect(updates).toEqual([]);
  });

  it("[B5] a drag of many cards is one update, of few bytes a card", () => {
    const ids = Array.from({ length: 50 }, () => newCardId());
    const doc = boardWith(...ids.map((id) => addCard(id)));
    const updates = updatesOf(doc);
    applyEdits(doc, [{ type: "moveCards", moves: ids.map((card, i) => ({ card, to: [i, i] as const })) }]);
    expect(updates).toHaveLength(1);
    expect(updates[0]!.length / 50).toBeLessThan(60);
  });

  it("[B6] trash hides a card's links and bringing it back shows them again", () => {
    const [a, b] = [newCardId(), newCardId()];
    const link = newLinkId();
    const doc = boardWith(addCard(a), addCard(b), {
      type: "addLink",
      id: link,
      from: a,
      to: b,
      polarity: "-",
      strength: 3,
      at: 2,
    });
    const before = readBoard(doc);
    applyEdits(doc, [{ type: "trash", things: [a], at: 9 }]);
    const trashed = readBoard(doc);
    expect(trashed.cards.get(a)?.attributes.trashedAt).toBe(9);
    expect(trashed.links.get(link)).toEqual(before.links.get(link));
    applyEdits(doc, [{ type: "bringBack", things: [a] }]);
    expect(readBoard(doc)).toEqual(before);
  });

  it("[B3] two people who change different facts of one card both win", () => {
    const id = newCardId();
    const one = boardWith(addCard(id));
    const two = createBoardDoc();
    applyUpdate(two, encodeDoc(one));
    applyEdits(one, [{ type: "moveCards", moves: [{ card: id, to: [500, 600] }] }]);
    applyEdits(two, [{ type: "setAttributes", on: id, values: { tags: ["urgent"] } }]);
    applyUpdate(one, encodeDoc(two));
    applyUpdate(two, encodeDoc(one));
    expect(readBoard(one)).toEqual(readBoard(two));
    expect(readBoard(one).cards.get(id)).toMatchObject({ position: [500, 600], attributes: { tags: ["urgent"] } });
  });

  it("[B4] two people who move one card at once end at the same place", () => {
    const id = newCardId();
    const one = boardWith(addCard(id));
    const two = createBoardDoc();
    applyUpdate(two, encodeDoc(one));
    applyEdits(one, [{ type: "moveCards", moves: [{ card: id, to: [1, 1] }] }]);
    applyEdits(two, [{ type: "moveCards", moves: [{ card: id, to: [2, 2] }] }]);
    applyUpdate(one, encodeDoc(two));
    applyUpdate(two, encodeDoc(one));
    const place = readBoard(one).cards.get(id)?.position;
    expect(readBoard(two).cards.get(id)?.position).toEqual(place);
    expect([
      [1, 1],
      [2, 2],
    ]).toContainEqual(place);
  });
});

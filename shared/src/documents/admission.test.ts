import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { newCardId } from "../terms/index.ts";
import { applyInspected, inspectUpdate } from "./admission.ts";
import { createBoardDoc, encodeDoc, hasGap, stateVectorOf } from "./doc.ts";
import { applyEdits } from "./edit.ts";

const limits = { maxBytes: 1_000_000 };
const bytesOf = (...numbers: readonly number[]) => Uint8Array.from(numbers);

/** A board with one card, and what each further edit of it sends. */
function boardWithCard() {
  const doc = createBoardDoc();
  const card = newCardId();
  applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text: "one", at: 1 }]);
  const sent = (change: () => void): Uint8Array => {
    const before = stateVectorOf(doc);
    change();
    return encodeDoc(doc, before);
  };
  return { doc, card, sent };
}

const copyOf = (doc: Y.Doc) => {
  const copy = createBoardDoc();
  Y.applyUpdate(copy, encodeDoc(doc));
  return copy;
};

describe("inspectUpdate", () => {
  it("[R9] lets in what the edits of a board make, and says whether it only deletes", () => {
    const { doc, card, sent } = boardWithCard();
    const copy = copyOf(doc);
    const move = sent(() => applyEdits(doc, [{ type: "moveCards", moves: [{ card, to: [5, 5] }] }]));
    expect(inspectUpdate(copy, move, limits)).toEqual({ ok: true, deletesOnly: false });
    expect(applyInspected(copy, move)).toBe("changed");
    expect(applyInspected(copy, move)).toBe("same");
    const set = sent(() => applyEdits(doc, [{ type: "setAttributes", on: card, values: { level: "group" } }]));
    Y.applyUpdate(copy, set);
    const unset = sent(() => applyEdits(doc, [{ type: "setAttributes", on: card, values: { level: undefined } }]));
    expect(inspectUpdate(copy, unset, limits)).toEqual({ ok: true, deletesOnly: true });
    expect(applyInspected(copy, unset)).toBe("changed");
  });

  it("[R9] refuses what is written outside the layout of the board", () => {
    const written = (write: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc();
      write(doc);
      return inspectUpdate(createBoardDoc(), encodeDoc(doc), limits);
    };
    const foreign = { ok: false, reason: "foreign-root" };
    expect(written((doc) => doc.getMap("secrets").set("a", 1))).toEqual(foreign);
    expect(written((doc) => doc.getText("cards").insert(0, "a list where a map belongs"))).toEqual(foreign);
    expect(written((doc) => doc.getMap("cards").set("a", new Y.Doc()))).toEqual(foreign);
  });

  it("[R10] refuses what refers to something missing, and leaves the document as it was", () => {
    const { doc, card, sent } = boardWithCard();
    const text = doc.getMap<Y.Text>("text").get(card);
    const copy = copyOf(doc);
    sent(() => text?.insert(3, " two"));
    const later = sent(() => text?.insert(7, " three"));
    const deletion = sent(() => text?.delete(0, 9));
    const before = encodeDoc(copy);
    for (const update of [later, deletion, Y.mergeUpdates([later, deletion])]) {
      expect(inspectUpdate(copy, update, limits)).toEqual({ ok: false, reason: "gap" });
    }
    expect(encodeDoc(copy)).toEqual(before);
    expect(hasGap(copy)).toBe(false);
  });

  it("[R11] refuses more bytes than allowed before it decodes them", () => {
    const { doc } = boardWithCard();
    const update = encodeDoc(doc);
    const refused = inspectUpdate(createBoardDoc(), update, { maxBytes: update.length - 1 });
    expect(refused).toEqual({ ok: false, reason: "too-large" });
  });

  it("[R8] refuses bytes that are no update", () => {
    const { doc } = boardWithCard();
    const whole = encodeDoc(doc);
    const damaged = { ok: false, reason: "damaged" };
    expect(inspectUpdate(createBoardDoc(), bytesOf(), limits)).toEqual(damaged);
    expect(inspectUpdate(createBoardDoc(), whole.slice(0, -4), limits)).toEqual(damaged);
    expect(inspectUpdate(createBoardDoc(), bytesOf(255, 255, 255, 255, 15), limits)).toEqual(damaged);
  });

  it("[R8] refuses numbers that would be written again without end", () => {
    // a varint so long that the place value of its last byte overflows: it spells infinity
    const endless = [...Array.from({ length: 147 }, () => 0x80), 0x01];
    const struct = (client: readonly number[], clock: readonly number[], length: readonly number[]) =>
      bytesOf(1, 1, ...client, ...clock, 0, ...length, 0);
    const damaged = { ok: false, reason: "damaged" };
    expect(inspectUpdate(createBoardDoc(), struct([7], [0], [3]), limits)).toEqual({ ok: true, deletesOnly: false });
    expect(inspectUpdate(createBoardDoc(), struct([7], [0], [0]), limits)).toEqual(damaged);
    expect(inspectUpdate(createBoardDoc(), struct(endless, [0], [3]), limits)).toEqual(damaged);
    expect(inspectUpdate(createBoardDoc(), struct([7], endless, [3]), limits)).toEqual(damaged);
    expect(inspectUpdate(createBoardDoc(), struct([7], [0], endless), limits)).toEqual(damaged);
    // the same in the set of deletions
    const deletion = encoding.encode((encoder) => {
      for (const number of [0, 1, 7, 1, 0]) encoding.writeVarUint(encoder, number);
      encoding.writeUint8Array(encoder, bytesOf(...endless));
    });
    expect(inspectUpdate(createBoardDoc(), deletion, limits)).toEqual(damaged);
  });
});

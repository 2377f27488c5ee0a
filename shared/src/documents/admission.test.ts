import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LIMITS, newCardId, newCommentId, newLinkId, newPersonId, reactionOf, type CardId } from "../terms/index.ts";
import { inspectUpdate } from "./admission.ts";
import { applyInspected } from "./admissionApply.ts";
import { createBoardDoc, encodeDoc, hasGap, stateVectorOf, type BoardDoc } from "./doc.ts";
import { applyEdits } from "./edit.ts";
import { readBoard } from "./read.ts";

const ada = newPersonId();
const ben = newPersonId();
const limits = { by: ada, maxBytes: 1_000_000 };
const bytesOf = (...numbers: readonly number[]) => Uint8Array.from(numbers);

/** A board with one card, and what each further edit of it sends. */
function boardWithCard() {
  const doc = createBoardDoc();
  const card = newCardId();
  applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text: "one", at: 1, by: ada }]);
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

/** What inspection says of an update that `write` makes on a copy of the board, by hand. */
function judged(doc: BoardDoc, write: (copy: BoardDoc) => void, by = ada) {
  const copy = copyOf(doc);
  const updates: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => updates.push(update));
  copy.transact(() => write(copy));
  const before = encodeDoc(doc);
  const inspection = inspectUpdate(doc, Y.mergeUpdates(updates), { ...limits, by });
  // a million bytes are compared here in no time, and by the assertion in seconds
  expect(encodeDoc(doc).every((byte, index) => byte === before[index])).toBe(true);
  return inspection.ok ? "ok" : inspection.reason;
}
const map = (doc: Y.Doc, name: string) => doc.getMap<unknown>(name);
const birth = (extra: object = {}) => ({ kind: "note", by: ada, at: 1, ...extra });
const addByHand = (copy: BoardDoc, id: string, card: object = birth()) => {
  map(copy, "cards").set(id, card);
  map(copy, "position").set(id, [0, 0]);
  map(copy, "text").set(id, new Y.Text("t"));
};

describe("inspectUpdate", () => {
  it("[R9] lets in what the edits of a board make, and says what was done to what", () => {
    const { doc, card, sent } = boardWithCard();
    const copy = copyOf(doc);
    const move = sent(() => applyEdits(doc, [{ type: "moveCards", moves: [{ card, to: [5, 5] }] }]));
    const moved = inspectUpdate(copy, move, limits);
    const deed = { on: card, thing: "card", kind: "note", madeBy: ada, isLocked: false, name: undefined };
    expect(moved).toEqual({
      ok: true,
      update: move,
      isNews: true,
      deletesOnly: false,
      clients: [doc.clientID],
      deeds: [{ type: "move", ...deed }],
      touched: [{ map: "position", key: card, before: [0, 0] }],
      // one struct, two values in a list, one deletion
      costMs: expect.closeTo(0.016, 3),
      searchMs: 0,
    });
    if (!moved.ok) return;
    expect(applyInspected(copy, moved)).toEqual({
      outcome: "changed",
      facts: [{ key: `position/${card}`, before: [0, 0], after: [5, 5] }],
    });
    const again = inspectUpdate(copy, move, limits);
    expect(again).toMatchObject({ ok: true, isNews: false, deeds: [], touched: [] });
    const set = sent(() => applyEdits(doc, [{ type: "setAttributes", on: card, values: { level: "group" } }]));
    Y.applyUpdate(copy, set);
    const unset = sent(() => applyEdits(doc, [{ type: "setAttributes", on: card, values: { level: undefined } }]));
    const inspection = inspectUpdate(copy, unset, limits);
    expect(inspection).toMatchObject({ ok: true, deletesOnly: true, deeds: [{ ...deed, type: "set", name: "level" }] });
    if (!inspection.ok) return;
    const facts = [{ key: `attribute/${card}/level`, before: "group" }];
    expect(applyInspected(copy, inspection)).toEqual({ outcome: "changed", facts });
  });

  it("[R9] names births, texts, trash and reactions; what is set on a thing by its own birth is part of it", () => {
    const { doc, card } = boardWithCard();
    const copy = copyOf(doc);
    const [other, link, comment] = [newCardId(), newLinkId(), newCommentId()];
    const before = stateVectorOf(copy);
    applyEdits(copy, [
      {
        type: "addCard",
        id: other,
        kind: "of a later version" as "note",
        position: [1, 2],
        text: "",
        attributes: { level: "group" },
        at: 2,
        by: ben,
      },
      { type: "addLink", id: link, from: card, to: other, strength: 3, at: 2, by: ben },
      { type: "addComment", id: comment, on: link, text: "why?", at: 2, by: ben },
      { type: "trash", things: [card], at: 3 },
      { type: "setAttributes", on: other, values: { [reactionOf(ben)]: "+1" } },
    ]);
    const text = copy.getMap<Y.Text>("text").get(card);
    text?.insert(3, "!");
    text?.delete(0, 1);
    const inspection = inspectUpdate(doc, encodeDoc(copy, before), { ...limits, by: ben });
    if (!inspection.ok) throw new Error(inspection.reason);
    const on = { on: card, thing: "card", kind: "note", madeBy: ada };
    expect(inspection.deeds).toMatchObject([
      { type: "addCard", kind: "of a later version" },
      { type: "addLink" },
      { type: "addComment" },
      { type: "trash", ...on },
      { type: "set", on: other, thing: "card", name: reactionOf(ben) },
      { type: "write", ...on },
    ]);
    expect(applyInspected(doc, inspection).facts.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
      [
        { key: `card/${other}`, after: { kind: "of a later version", by: ben, at: 2 } },
        { key: `position/${other}`, after: [1, 2] },
        { key: `attribute/${other}/level`, after: "group" },
        { key: `attribute/${other}/${reactionOf(ben)}`, after: "+1" },
        { key: `link/${link}`, after: { from: card, to: other, by: ben, at: 2 } },
        { key: `attribute/${link}/strength`, after: 3 },
        { key: `comment/${comment}`, after: { on: link, by: ben, at: 2, text: "why?" } },
        { key: `attribute/${card}/trashedAt`, after: 3 },
        { key: `text/${card}`, delta: [{ remove: "o" }, { keep: 2 }, { insert: "!" }] },
      ].toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    );
    expect(readBoard(doc).skipped).toBe(0);
  });

  it("[R9] refuses what is written outside the layout of the board", () => {
    const { doc, card } = boardWithCard();
    const never = newCardId();
    const cases: Readonly<Record<string, (copy: BoardDoc) => void>> = {
      "another root": (copy) => map(copy, "secrets").set("a", 1),
      "a list where a map belongs": (copy) => copy.get("cards", Y.Text).insert(0, "letters"),
      "a subdocument": (copy) => map(copy, "attributes").set(`${card}/x`, new Y.Doc()),
      "a shared type as a value": (copy) => map(copy, "attributes").set(`${card}/x`, new Y.Map()),
      "a text as a value": (copy) => map(copy, "attributes").set(`${card}/x`, new Y.Text("x")),
      "bytes as a value": (copy) => map(copy, "attributes").set(`${card}/x`, bytesOf(1)),
      "an attribute of what never was": (copy) => map(copy, "attributes").set(`${never}/colour`, "red"),
      "an attribute without a name": (copy) => map(copy, "attributes").set(`${card}/`, 1),
      "an attribute of no id": (copy) => map(copy, "attributes").set("colour", 1),
      "a place of what never was": (copy) => map(copy, "position").set(never, [1, 1]),
      "a place taken away": (copy) => map(copy, "position").delete(card),
      "a text of what never was": (copy) => map(copy, "text").set(never, new Y.Text()),
      "a second text": (copy) => map(copy, "text").set(card, new Y.Text()),
      "a text that is none": (copy) => map(copy, "text").set(card, "plain"),
      "a text deleted": (copy) => map(copy, "text").delete(card),
      "a second birth": (copy) => map(copy, "cards").set(card, birth()),
      "a birth deleted": (copy) => map(copy, "cards").delete(card),
      "a birth set and deleted": (copy) => {
        map(copy, "cards").set(never, birth());
        map(copy, "cards").delete(never);
      },
      "a birth twice": (copy) => {
        addByHand(copy, never);
        map(copy, "cards").set(never, birth());
      },
      "a card without text": (copy) => {
        map(copy, "cards").set(never, birth());
        map(copy, "position").set(never, [0, 0]);
      },
      "a card without place": (copy) => {
        map(copy, "cards").set(never, birth());
        map(copy, "text").set(never, new Y.Text());
      },
      "a link with the id of a card": (copy) => map(copy, "links").set(card, { from: card, to: card, by: ada, at: 1 }),
      "a link to what never was": (copy) =>
        map(copy, "links").set(newLinkId(), { from: card, to: never, by: ada, at: 1 }),
      "a comment on what never was": (copy) =>
        map(copy, "comments").set(newCommentId(), { on: never, by: ada, at: 1, text: "x" }),
      "a format": (copy) => copy.getMap<Y.Text>("text").get(card)?.format(0, 2, { bold: true }),
      "an embed": (copy) => copy.getMap<Y.Text>("text").get(card)?.insertEmbed(0, { image: "x" }),
      "an attribute of a text": (copy) => copy.getMap<Y.Text>("text").get(card)?.setAttribute("lang", "fr"),
    };
    const answers = Object.fromEntries(Object.entries(cases).map(([what, write]) => [what, judged(doc, write)]));
    expect(answers).toEqual(Object.fromEntries(Object.keys(cases).map((what) => [what, "layout"])));
  });

  it("[R24] refuses values that a fact can't have, and lets unknown names and kinds through", () => {
    const { doc, card } = boardWithCard();
    const set = (name: string, value: unknown) =>
      judged(doc, (copy) => map(copy, "attributes").set(`${card}/${name}`, value));
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
    expect(set("colour", "red")).toBe("ok");
    expect(set("colour", 7)).toBe("value");
    expect(set("level", "everybody")).toBe("value");
    expect(set("size", [-1, 2])).toBe("value");
    expect(set("unknown", { a: [1, null, "x"] })).toBe("ok");
    expect(set("unknown", undefined)).toBe("value");
    expect(set("unknown", Number.NaN)).toBe("value");
    expect(set("unknown", 1n)).toBe("value");
    expect(set("unknown", nested(8))).toBe("ok");
    expect(set("unknown", nested(9))).toBe("value");
    expect(set("unknown", nested(500))).toBe("value");
    expect(set("unknown", "x".repeat(LIMITS.attributeBytes - 2))).toBe("ok");
    expect(set("unknown", "x".repeat(LIMITS.attributeBytes - 1))).toBe("value");
    expect(set("unknown", "é".repeat(LIMITS.attributeBytes / 2))).toBe("value");
    expect(judged(doc, (copy) => map(copy, "position").set(card, [1, 2_000_000]))).toBe("value");
    expect(judged(doc, (copy) => map(copy, "position").set(card, "here"))).toBe("value");
    const born = (id: string, card: object) => judged(doc, (copy) => addByHand(copy, id, card));
    expect(born(newCardId(), birth({ kind: "of a later version", more: { a: 1 } }))).toBe("ok");
    expect(born("short", birth())).toBe("value");
    expect(born(newCardId(), birth({ kind: 3 }))).toBe("value");
    expect(born(newCardId(), birth({ at: "now" }))).toBe("value");
    expect(born(newCardId(), birth({ more: "x".repeat(LIMITS.attributeBytes) }))).toBe("value");
  });

  it("[R24] refuses letters beyond the length of a text; taking letters away goes on", () => {
    const { doc, card, sent } = boardWithCard();
    const text = (copy: Y.Doc) => copy.getMap<Y.Text>("text").get(card);
    const most = LIMITS.textLength - 3;
    expect(judged(doc, (copy) => text(copy)?.insert(0, "x".repeat(most)))).toBe("ok");
    expect(judged(doc, (copy) => text(copy)?.insert(0, "x".repeat(most + 1)))).toBe("value");
    expect(
      judged(doc, (copy) => {
        text(copy)?.insert(0, "x".repeat(most + 1));
        text(copy)?.delete(0, 1);
      }),
    ).toBe("ok");
    sent(() => text(doc)?.insert(0, "x".repeat(LIMITS.textLength + 7)));
    expect(judged(doc, (copy) => text(copy)?.delete(0, 1))).toBe("ok");
    expect(judged(doc, (copy) => text(copy)?.insert(0, "y"))).toBe("value");
  });

  it("[R25] refuses what is born under another name, or under none", () => {
    const { doc, card } = boardWithCard();
    expect(judged(doc, (copy) => addByHand(copy, newCardId()), ada)).toBe("ok");
    expect(judged(doc, (copy) => addByHand(copy, newCardId()), ben)).toBe("by");
    expect(judged(doc, (copy) => addByHand(copy, newCardId(), { kind: "note", at: 1 }))).toBe("by");
    expect(judged(doc, (copy) => map(copy, "links").set(newLinkId(), { from: card, to: card, by: ben, at: 1 }))).toBe(
      "by",
    );
    expect(
      judged(doc, (copy) => map(copy, "comments").set(newCommentId(), { on: card, by: ben, at: 1, text: "x" })),
    ).toBe("by");
  });

  it("[R23] takes in and leaves empty what is done to a card that the server purges meanwhile", () => {
    const { doc, card } = boardWithCard();
    const copy = copyOf(doc);
    const before = stateVectorOf(copy);
    applyEdits(copy, [
      { type: "moveCards", moves: [{ card, to: [5, 5] }] },
      { type: "setAttributes", on: card, values: { level: "group" } },
    ]);
    copy.getMap<Y.Text>("text").get(card)?.insert(3, " more");
    doc.transact(() => {
      for (const name of ["cards", "position", "text"]) map(doc, name).delete(card);
    });
    const inspection = inspectUpdate(doc, encodeDoc(copy, before), limits);
    if (!inspection.ok) throw new Error(inspection.reason);
    expect(inspection.deeds).toEqual([]);
    expect(applyInspected(doc, inspection)).toEqual({ outcome: "changed", facts: [] });
    expect(readBoard(doc)).toMatchObject({ skipped: 0, cards: new Map() });
    // what was purged is not born again
    expect(judged(doc, (again) => addByHand(again, card))).toBe("layout");
  });

  it("[R11] refuses a card, a link or a comment more than a board holds, and lets everything else go on", () => {
    const doc = createBoardDoc();
    const ids: CardId[] = [];
    doc.transact(() => {
      for (let count = 0; count < LIMITS.cardsPerBoard; count += 1) {
        ids.push(newCardId());
        addByHand(doc, ids[count]!);
      }
    });
    const [first, second] = ids;
    expect(judged(doc, (copy) => addByHand(copy, newCardId()))).toBe("full");
    expect(judged(doc, (copy) => map(copy, "position").set(first!, [1, 1]))).toBe("ok");
    expect(
      judged(doc, (copy) => map(copy, "links").set(newLinkId(), { from: first, to: second, by: ada, at: 1 })),
    ).toBe("ok");
    // one that was purged makes room
    for (const name of ["cards", "position", "text"]) map(doc, name).delete(first!);
    expect(judged(doc, (copy) => addByHand(copy, newCardId()))).toBe("ok");
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

  it("[R10] refuses structs that wait for each other", () => {
    // two clients, each of whose first letter stands behind the other's
    const behind = (client: number, other: number) => [1, client, 0, 0x80 | 4, other, 0, 1, 65];
    const circle = bytesOf(2, ...behind(7, 8), ...behind(8, 7), 0);
    expect(inspectUpdate(createBoardDoc(), circle, limits)).toEqual({ ok: false, reason: "gap" });
    const itself = bytesOf(1, ...behind(7, 7), 0);
    expect(inspectUpdate(createBoardDoc(), itself, limits)).toEqual({ ok: false, reason: "gap" });
  });

  it("[R23] judges of an update only what this copy has not got, and hands on no more", () => {
    const { doc, card, sent } = boardWithCard();
    const copy = copyOf(doc);
    const text = doc.getMap<Y.Text>("text").get(card);
    const first = sent(() => text?.insert(3, "ab"));
    const both = Y.mergeUpdates([first, sent(() => text?.insert(5, "cd"))]);
    Y.applyUpdate(copy, first);
    const inspection = inspectUpdate(copy, both, limits);
    if (!inspection.ok) throw new Error(inspection.reason);
    expect(inspection.update.length).toBeLessThan(both.length);
    expect(applyInspected(copy, inspection).facts).toEqual([
      { key: `text/${card}`, delta: [{ keep: 5 }, { insert: "cd" }] },
    ]);
    expect(encodeDoc(copy)).toEqual(encodeDoc(doc));
    // a deletion that was heard of is not handed on again
    sent(() => text?.delete(0, 2));
    const repeated = inspectUpdate(doc, encodeDoc(doc), { ...limits, by: ben });
    expect(repeated).toMatchObject({ ok: true, isNews: false, clients: [], deeds: [] });
  });

  it("[R72] refuses deletions that are named twice, in whatever order", () => {
    const { doc, card } = boardWithCard();
    const text = doc.getMap<Y.Text>("text").get(card);
    const letters = Y.createID(doc.clientID, 3);
    expect(text?._start?.id).toEqual(letters);
    // under the text, and as many letters as it has places for ranges
    const word = [...new TextEncoder().encode("xxxxxxVANDAL")];
    const typed = (...ranges: readonly number[]) =>
      encoding.encode((encoder) => {
        for (const number of [1, 1, 7, 0, 4, 0]) encoding.writeVarUint(encoder, number);
        encoding.writeVarUint(encoder, text?._item?.id.client ?? 0);
        encoding.writeVarUint(encoder, text?._item?.id.clock ?? 0);
        encoding.writeVarUint(encoder, word.length);
        encoding.writeUint8Array(encoder, Uint8Array.from(word));
        for (const number of [1, 7, ranges.length / 2, ...ranges]) encoding.writeVarUint(encoder, number);
      });
    const judge = (update: Uint8Array) => inspectUpdate(doc, update, limits);
    const damaged = { ok: false, reason: "damaged" };
    expect(judge(typed(0, 6))).toMatchObject({ ok: true, deeds: [{ type: "write", on: card }] });
    expect(judge(typed(6, 6, 0, 6))).toMatchObject({ ok: true });
    expect(judge(typed(0, 6, 0, 6))).toEqual(damaged);
    expect(judge(typed(5, 7, 0, 6))).toEqual(damaged);
    expect(judge(typed(0, 12, 3, 1))).toEqual(damaged);
  });

  it("[R72] what is added to a card is written there, also when it is dead already", () => {
    const { doc, card } = boardWithCard();
    const write = { type: "write", on: card, thing: "card", kind: "note", madeBy: ada };
    const copy = copyOf(doc);
    const before = stateVectorOf(copy);
    const text = copy.getMap<Y.Text>("text").get(card);
    text?.insert(3, " and gone");
    text?.delete(3, 9);
    const typed = inspectUpdate(doc, encodeDoc(copy, before), limits);
    expect(typed).toMatchObject({ ok: true, deeds: [write], touched: [] });
    if (!typed.ok) return;
    expect(applyInspected(doc, typed)).toEqual({ outcome: "changed", facts: [] });
    // repeated, it is nothing
    expect(inspectUpdate(doc, encodeDoc(copy), limits)).toMatchObject({ ok: true, isNews: false, deeds: [] });
  });

  it("[R78] a lock that the same update takes off is none; one that stays is one", () => {
    const { doc, card } = boardWithCard();
    applyEdits(doc, [{ type: "setAttributes", on: card, values: { locked: true } }]);
    const lock = map(doc, "attributes")._map.get(`${card}/locked`)?.id;
    const place = map(doc, "position")._map.get(card)?.id;
    if (!lock || !place) throw new Error("the card has no lock or no place");
    /** A move, and something in the entry of the lock beside the lock that is there. */
    const moved = (side: number, value: number, ...deletes: readonly number[]) =>
      encoding.encode((encoder) => {
        const write = (...numbers: readonly number[]) => {
          for (const number of numbers) encoding.writeVarUint(encoder, number);
        };
        write(1, 2, 7, 0);
        encoding.writeUint8(encoder, side | 8);
        write(lock.client, lock.clock, 1, value);
        encoding.writeUint8(encoder, 0x80 | 8);
        write(place.client, place.clock, 1);
        encoding.writeAny(encoder, [5, 5]);
        write(deletes.length === 0 ? 0 : 1, ...deletes);
      });
    const [left, right, yes, no] = [0x80, 0x40, 120, 121];
    const isLocked = (update: Uint8Array) => {
      const inspection = inspectUpdate(doc, update, limits);
      if (!inspection.ok) throw new Error(inspection.reason);
      const move = inspection.deeds.find(({ type }) => type === "move");
      return move && "isLocked" in move ? move.isLocked : undefined;
    };
    const ofLock = [lock.client, 1, lock.clock, 1];
    expect(isLocked(moved(left, no))).toBe(false);
    expect(isLocked(moved(left, yes))).toBe(true);
    expect(isLocked(moved(right, no))).toBe(true);
    expect(isLocked(moved(right, no, ...ofLock))).toBe(false);
    // taken off and put back while offline
    expect(isLocked(moved(left, yes, ...ofLock))).toBe(false);
  });

  it("[R11] refuses more bytes than allowed before it decodes them", () => {
    const { doc } = boardWithCard();
    const update = encodeDoc(doc);
    const refused = inspectUpdate(createBoardDoc(), update, { by: ada, maxBytes: update.length - 1 });
    expect(refused).toEqual({ ok: false, reason: "too-large" });
  });

  it("[R8] refuses bytes that are no update", () => {
    const { doc } = boardWithCard();
    const whole = encodeDoc(doc);
    const damaged = { ok: false, reason: "damaged" };
    for (const update of [
      bytesOf(),
      whole.slice(0, -4),
      bytesOf(255, 255, 255, 255, 15),
      // something behind its end
      bytesOf(...whole, 0),
      // two sections of one client, of which Yjs would take the last
      bytesOf(2, 1, 7, 0, 0, 3, 1, 7, 3, 0, 3, 0),
    ]) {
      expect(inspectUpdate(createBoardDoc(), update, limits)).toEqual(damaged);
    }
  });

  it("[R8] refuses numbers that would be written again without end", () => {
    // a varint so long that the place value of its last byte overflows: it spells infinity
    const endless = [...Array.from({ length: 147 }, () => 0x80), 0x01];
    const struct = (client: readonly number[], clock: readonly number[], length: readonly number[]) =>
      bytesOf(1, 1, ...client, ...clock, 0, ...length, 0);
    const damaged = { ok: false, reason: "damaged" };
    expect(inspectUpdate(createBoardDoc(), struct([7], [0], [3]), limits)).toMatchObject({ ok: true, deeds: [] });
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

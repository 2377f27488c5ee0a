import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newCommentId, newLinkId } from "../terms/index.ts";
import { openCardText } from "./cardText.ts";
import { applyUpdate, createBoardDoc, encodeDoc, mapOf } from "./doc.ts";
import { applyEdits } from "./edit.ts";
import { observeBoard, type BoardChange } from "./observe.ts";
import { readBoard } from "./read.ts";
import { openBoardView } from "./view.ts";

const POINT = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }));

describe("a view of a board", () => {
  it("[B10] follows every change and keeps the same object for what did not change", () => {
    const doc = createBoardDoc();
    const view = openBoardView(doc);
    const [a, b] = [newCardId(), newCardId()];
    const link = newLinkId();
    applyEdits(doc, [
      { type: "addCard", id: a, kind: "note", position: [0, 0], text: "A", at: 1 },
      { type: "addCard", id: b, kind: "note", position: [0, 0], text: "B", at: 2 },
      { type: "addLink", id: link, from: a, to: b, at: 3 },
    ]);
    const [cardA, cardB] = [view.card(a), view.card(b)];
    applyEdits(doc, [{ type: "setAttributes", on: a, values: { tags: ["x"], odd: 1 } }]);
    openCardText(doc, a)?.edit("A2");
    expect(view.card(b)).toBe(cardB);
    expect(view.card(a)).not.toBe(cardA);
    expect(view.card(a)).toMatchObject({ text: "A2", attributes: { tags: ["x"] }, extra: { odd: 1 } });
    applyEdits(doc, [{ type: "setAttributes", on: a, values: { tags: undefined, odd: undefined } }]);
    expect(view.snapshot()).toEqual(readBoard(doc));
    expect(view.snapshot()).toBe(view.snapshot());
  });

  it("[B10] shows what reading the whole board would, in the same order, whatever came, changed and went since it was last asked", () => {
    const [cards, links, comments] = [
      Array.from({ length: 5 }, newCardId),
      Array.from({ length: 4 }, newLinkId),
      Array.from({ length: 3 }, newCommentId),
    ];
    const card = fc.constantFrom(...cards);
    const at = fc.nat(9);
    const edit = fc.oneof(
      fc.record({
        type: fc.constant("addCard" as const),
        id: card,
        kind: fc.constant("note" as const),
        position: POINT,
        text: fc.string(),
        at,
      }),
      fc.record({ type: fc.constant("addLink" as const), id: fc.constantFrom(...links), from: card, to: card, at }),
      fc.record({
        type: fc.constant("addComment" as const),
        id: fc.constantFrom(...comments),
        on: fc.oneof(card, fc.constantFrom(...links)),
        text: fc.string(),
        at,
      }),
      fc.record({
        type: fc.constant("moveCards" as const),
        moves: fc.array(fc.record({ card, to: POINT }), { maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant("trash" as const),
        things: fc.array(fc.oneof(card, fc.constantFrom(...links)), { maxLength: 2 }),
        at,
      }),
      // as the server does with what lay in the trash for long
      fc.record({ type: fc.constant("purge" as const), thing: fc.oneof(card, fc.constantFrom(...links)) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, fc.boolean()), { maxLength: 30, size: "max" }), (turns) => {
        const doc = createBoardDoc();
        const view = openBoardView(doc);
        for (const [act, isAsked] of turns) {
          if (act.type === "purge") for (const map of ["cards", "links"] as const) mapOf(doc, map).delete(act.thing);
          else applyEdits(doc, [act]);
          if (!isAsked) continue;
          const [shown, read] = [view.snapshot(), readBoard(doc)];
          expect(shown).toEqual(read);
          for (const of of ["cards", "links", "comments"] as const)
            expect([...shown[of].keys()]).toEqual([...read[of].keys()]);
        }
      }),
    );
  });

  it("[R86] is read some at a time, with what changes meanwhile", () => {
    const doc = createBoardDoc();
    const ids = Array.from({ length: 5 }, newCardId);
    const born = (id: (typeof ids)[number]) =>
      ({ type: "addCard", id, kind: "note", position: [0, 0], text: "x", at: 1 }) as const;
    applyEdits(doc, ids.slice(1).map(born));
    const view = openBoardView(doc);
    expect([view.readSome(3), view.readSome(1), view.readSome(1)]).toEqual([true, false, false]);
    applyEdits(doc, [born(ids[0]!), { type: "moveCards", moves: [{ card: ids[1]!, to: [1, 1] }] }]);
    expect([view.readSome(1), view.readSome(9)]).toEqual([true, false]);
    expect(view.snapshot()).toEqual(readBoard(doc));
  });

  it("[B10] shows what a listener is told of at once, and the board as it was when it was closed", () => {
    const doc = createBoardDoc();
    const view = openBoardView(doc);
    const [a, b] = [newCardId(), newCardId()];
    const link = newLinkId();
    const seen: unknown[] = [];
    view.subscribe(() => seen.push([view.card(a)?.position, view.link(link)?.label]));
    applyEdits(doc, [
      { type: "addLink", id: link, from: a, to: b, at: 3 },
      { type: "addCard", id: a, kind: "note", position: [0, 0], text: "A", at: 1 },
      { type: "addCard", id: b, kind: "note", position: [0, 0], text: "B", at: 2 },
    ]);
    applyEdits(doc, [{ type: "moveCards", moves: [{ card: a, to: [1, 1] }] }]);
    applyEdits(doc, [{ type: "moveCards", moves: [{ card: b, to: [2, 2] }] }]);
    view.close();
    applyEdits(doc, [{ type: "moveCards", moves: [{ card: b, to: [3, 3] }] }]);
    expect(seen).toEqual([
      [[0, 0], ""],
      [[1, 1], ""],
      [[1, 1], ""],
    ]);
    expect([view.card(b)?.position, view.snapshot().cards.get(b)?.position]).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });

  it("[B11] a change names the facts that changed, and whether they were mine", () => {
    const doc = createBoardDoc();
    const [a, b] = [newCardId(), newCardId()];
    applyEdits(
      doc,
      [a, b].map((id) => ({ type: "addCard", id, kind: "note", position: [0, 0], text: "A", at: 1 }) as const),
    );
    const changes: BoardChange[] = [];
    const stop = observeBoard(doc, (change) => changes.push(change));
    const other = createBoardDoc();
    applyUpdate(other, encodeDoc(doc));
    applyEdits(doc, [
      { type: "moveCards", moves: [{ card: a, to: [1, 1] }] },
      { type: "setAttributes", on: b, values: { level: "group" } },
    ]);
    openCardText(other, a)?.edit("AB");
    applyUpdate(doc, encodeDoc(other));
    stop();
    applyEdits(doc, [{ type: "trash", things: [a], at: 5 }]);
    expect(changes.map((change) => change.writers())).toEqual([[doc.clientID], [other.clientID]]);
    expect(changes.map(({ facts, mine }) => ({ facts, mine }))).toEqual([
      {
        facts: [
          { type: "position", card: a },
          { type: "attribute", on: b, name: "level" },
        ],
        mine: true,
      },
      { facts: [{ type: "text", card: a }], mine: false },
    ]);
  });
});

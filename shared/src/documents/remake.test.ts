import { describe, expect, it } from "vitest";
import { newCardId, newCommentId, newLinkId, newPersonId, type Deed } from "../terms/index.ts";
import { actSchema, type Act } from "./act.ts";
import { openCardText } from "./cardText.ts";
import { applyUpdate, createBoardDoc, encodeDoc } from "./doc.ts";
import { applyEdits } from "./edit.ts";
import { observeActs } from "./observeActs.ts";
import { readBoard } from "./read.ts";
import { heldBy, placeSplices, remakeAct, seenOf } from "./remake.ts";
import { createUndoHistory, inverseOf } from "./undo.ts";

const person = newPersonId();
const [card, other, link, comment] = [newCardId(), newCardId(), newLinkId(), newCommentId()];
const may = () => undefined;

/** A copy of a board, and what was done on it. */
function watched() {
  const doc = createBoardDoc();
  const acts: Act[] = [];
  const updates: Uint8Array[] = [];
  observeActs(doc, (act, update) => {
    acts.push(act);
    updates.push(update);
  });
  return { doc, acts, updates };
}
const addCards = (doc: ReturnType<typeof createBoardDoc>) =>
  applyEdits(doc, [
    {
      type: "addCard",
      id: card,
      kind: "note",
      position: [1, 2],
      text: "Tools",
      attributes: { tags: ["a"] },
      at: 1,
      by: person,
    },
    { type: "addCard", id: other, kind: "factor", position: [3, 4], at: 2, by: person },
  ]);

describe("what was done here", () => {
  it("[R40] every edit, its undo and redo, and what is typed can be done again on a fresh copy, also after being kept", () => {
    const { doc, acts, updates } = watched();
    const history = createUndoHistory();
    const make = (...edits: Parameters<typeof applyEdits>[1]) => history.did(inverseOf(doc, applyEdits(doc, edits)));
    addCards(doc);
    make({ type: "addLink", id: link, from: card, to: other, polarity: "-", strength: 3, at: 3, by: person });
    make({ type: "addComment", id: comment, on: card, text: "Yes", at: 4, by: person });
    make({
      type: "moveCards",
      moves: [
        { card, to: [9, 9] },
        { card: other, to: [8, 8] },
      ],
    });
    make({ type: "setAttributes", on: card, values: { tags: ["b"], colour: "leaf" } });
    make({ type: "setAttributes", on: card, values: { colour: undefined } });
    make({ type: "trash", things: [other, link], at: 5 });
    history.undo();
    history.undo();
    history.redo();
    const text = openCardText(doc, card)!;
    for (const value of ["Tools!", "The tools!", "The old tools", "The tools"]) text.edit(value);
    text.undo();
    text.redo();
    text.edit("The tools 🌳");
    text.close();

    const kept = acts.map((act) => actSchema.parse(structuredClone(act)));
    expect(kept).toEqual(acts);
    const fresh = createBoardDoc();
    for (const act of kept) expect(remakeAct(fresh, act, may)).toEqual({ failed: [] });
    expect(readBoard(fresh)).toEqual(readBoard(doc));
    expect(updates).toHaveLength(acts.length);
    const held = heldBy(doc);
    for (const update of updates) expect(held.contains(update)).toBe(true);
  });

  it("[R40] what others did, and what changed nothing, is no act of one's own", () => {
    const { doc, acts } = watched();
    const theirs = createBoardDoc();
    addCards(theirs);
    applyUpdate(doc, encodeDoc(theirs));
    applyEdits(doc, [{ type: "moveCards", moves: [{ card, to: [1, 2] }] }]);
    expect(acts).toEqual([]);
  });

  it("[R40] a copy knows whether it holds an act already, deletions too", () => {
    const { doc, updates } = watched();
    addCards(doc);
    const server = createBoardDoc();
    applyUpdate(server, encodeDoc(doc));
    applyEdits(doc, [{ type: "setAttributes", on: card, values: { tags: undefined } }]);
    openCardText(doc, card)?.edit("Tool");
    expect(updates.map((update) => heldBy(server).contains(update))).toEqual([true, false, false]);
  });

  it("[R41] a part that is forbidden, or whose thing is gone, is left out with the reason; the others are done", () => {
    const { doc, acts } = watched();
    addCards(doc);
    applyEdits(doc, [
      {
        type: "moveCards",
        moves: [
          { card, to: [5, 5] },
          { card: other, to: [6, 6] },
        ],
      },
    ]);
    applyEdits(doc, [{ type: "trash", things: [card], at: 7 }]);
    const fresh = createBoardDoc();
    const asked: Deed[] = [];
    const forbids = (deed: Deed) => {
      asked.push(deed);
      return deed.type === "addCard" && deed.kind === "factor" ? ("phase" as const) : undefined;
    };
    expect(remakeAct(fresh, acts[0]!, forbids).failed.map(({ reason }) => reason)).toEqual(["phase"]);
    expect(remakeAct(fresh, acts[1]!, forbids).failed).toEqual([
      { part: { type: "moveCards", moves: [{ card: other, to: [6, 6] }] }, reason: "gone" },
    ]);
    expect(remakeAct(fresh, acts[2]!, forbids).failed).toEqual([]);
    expect(readBoard(fresh).cards.get(card)).toMatchObject({ position: [5, 5], attributes: { trashedAt: 7 } });
    expect(asked.at(-1)).toEqual({
      type: "trash",
      on: card,
      thing: "card",
      kind: "note",
      madeBy: person,
      isLocked: false,
    });
    expect(seenOf(readBoard(doc), acts[1]!)).toEqual([
      { title: "Tools", text: "" },
      { title: "", text: "" },
    ]);
  });
});

describe("letters find their place again", () => {
  const splice = { start: 4, removed: "old", inserted: "new", left: "The ", right: " tools" };
  it.each([
    ["The old tools", "The new tools"],
    ["Look! The old tools of all", "Look! The new tools of all"],
    ["The old hammers", "The new hammers"],
    ["One old tools", "One new tools"],
    ["Nothing of it", undefined],
    ["", undefined],
  ])("[R41] in %j: %j", (text, expected) => {
    expect(placeSplices(text, [splice])).toBe(expected);
  });
  it("[R41] of several places the nearest one is taken, and an empty text takes what begins it", () => {
    const again = { start: 6, removed: "", inserted: "X", left: "ab", right: "" };
    expect(placeSplices("ab ab ab", [again])).toBe("ab abX ab");
    expect(placeSplices("", [{ start: 0, removed: "", inserted: "X", left: "", right: "" }])).toBe("X");
  });
});

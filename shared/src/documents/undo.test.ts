import { describe, expect, it } from "vitest";
import { newCardId, newCommentId, newPersonId, type CardId, type CommentId } from "../terms/index.ts";
import { openCardText } from "./cardText.ts";
import { applyUpdate, createBoardDoc, encodeDoc, type BoardDoc } from "./doc.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { readBoard } from "./read.ts";
import { createUndoHistory, inverseOf } from "./undo.ts";

const person = (doc: BoardDoc = createBoardDoc()) => {
  const history = createUndoHistory();
  return { doc, history, make: (...edits: Edit[]) => history.did(inverseOf(doc, applyEdits(doc, edits))) };
};
const meet = (...docs: BoardDoc[]) => {
  for (const from of docs) for (const to of docs) if (from !== to) applyUpdate(to, encodeDoc(from));
};
const note = (id: CardId): Edit => ({ type: "addCard", id, kind: "note", position: [0, 0], text: "x", at: 1 });
const card = (doc: BoardDoc, id: CardId) => readBoard(doc).cards.get(id);

describe("undo", () => {
  it("[B7] takes back one's acts newest first, and redo makes them again", () => {
    const { doc, history, make } = person();
    const id = newCardId();
    make(note(id));
    make({ type: "moveCards", moves: [{ card: id, to: [5, 5] }] });
    make({ type: "setAttributes", on: id, values: { tags: ["a"] } });
    const after = readBoard(doc);
    expect(history.undo()).toEqual({ done: 1, skipped: 0 });
    expect(card(doc, id)?.attributes).toEqual({});
    expect(history.undo()).toEqual({ done: 1, skipped: 0 });
    expect(card(doc, id)?.position).toEqual([0, 0]);
    expect(history.undo()).toEqual({ done: 1, skipped: 0 });
    expect(card(doc, id)?.attributes.trashedAt).toBe(1);
    expect(history.undo()).toBeUndefined();
    for (let i = 0; i < 3; i++) expect(history.redo()).toEqual({ done: 1, skipped: 0 });
    expect(readBoard(doc)).toEqual(after);
  });

  it("[B7] a fact that somebody changed since stays as they left it, the other facts of the act go back", () => {
    const [amina, yann] = [person(), person()];
    const [a, b] = [newCardId(), newCardId()];
    amina.make(note(a));
    amina.make(note(b));
    amina.make({ type: "moveCards", moves: [a, b].map((id) => ({ card: id, to: [5, 5] as const })) });
    meet(amina.doc, yann.doc);
    yann.make({ type: "moveCards", moves: [{ card: b, to: [9, 9] }] });
    meet(amina.doc, yann.doc);
    expect(amina.history.undo()).toEqual({ done: 1, skipped: 1 });
    expect(card(amina.doc, a)?.position).toEqual([0, 0]);
    expect(card(amina.doc, b)?.position).toEqual([9, 9]);
    expect(amina.history.redo()).toEqual({ done: 1, skipped: 0 });
    expect(card(amina.doc, b)?.position).toEqual([9, 9]);
  });

  it("[F107] an act that waits keeps its turn, and nothing else is taken back in its stead", () => {
    const { doc, history, make } = person();
    const id = newCardId();
    make(note(id));
    let waits = true;
    const moved = inverseOf(doc, applyEdits(doc, [{ type: "moveCards", moves: [{ card: id, to: [5, 5] }] }]))!;
    const act = { ...moved, waits: () => waits };
    history.did(act);
    const nothing = { done: 0, skipped: 0 };
    expect([history.undo(), history.takeBack(act), history.canUndo]).toEqual([nothing, nothing, true]);
    expect(card(doc, id)?.position).toEqual([5, 5]);
    waits = false;
    history.undo();
    waits = true;
    expect([history.redo(), history.canRedo]).toEqual([nothing, true]);
    expect(card(doc, id)?.position).toEqual([0, 0]);
  });

  it("[B103] an act is taken back by itself, whatever was done since, and can be made again", () => {
    const { doc, history, make } = person();
    const [a, b] = [newCardId(), newCardId()];
    make(note(a));
    make(note(b));
    const moved = inverseOf(
      doc,
      applyEdits(doc, [{ type: "moveCards", moves: [a, b].map((id) => ({ card: id, to: [5, 5] as const })) }]),
    )!;
    history.did(moved);
    make({ type: "moveCards", moves: [{ card: b, to: [9, 9] }] });
    make({ type: "setAttributes", on: a, values: { tags: ["later"] } });
    expect(history.takeBack(moved)).toEqual({ done: 1, skipped: 1 });
    expect([card(doc, a)?.position, card(doc, b)?.position]).toEqual([
      [0, 0],
      [9, 9],
    ]);
    expect(card(doc, a)?.attributes.tags).toEqual(["later"]);
    // it is not undone twice
    expect(history.takeBack(moved)).toBeUndefined();
    expect(history.redo()).toEqual({ done: 1, skipped: 0 });
    expect(card(doc, a)?.position).toEqual([5, 5]);
    expect(history.takeBack(moved)).toEqual({ done: 1, skipped: 0 });
    expect(history.undo()).toEqual({ done: 1, skipped: 0 });
    expect(card(doc, a)?.attributes.tags).toBeUndefined();
  });

  it("[B7] an act that changed one fact twice goes back to where it began", () => {
    const { doc, history, make } = person();
    const id = newCardId();
    make(note(id));
    make(
      { type: "moveCards", moves: [{ card: id, to: [1, 1] }] },
      { type: "moveCards", moves: [{ card: id, to: [2, 2] }] },
    );
    expect(history.undo()).toEqual({ done: 2, skipped: 0 });
    expect(card(doc, id)?.position).toEqual([0, 0]);
    history.redo();
    expect(card(doc, id)?.position).toEqual([2, 2]);
  });

  it("[B8] undo does not trash a card in which another person has written", () => {
    const [amina, yann] = [person(), person()];
    const id = newCardId();
    amina.make(note(id));
    meet(amina.doc, yann.doc);
    openCardText(yann.doc, id)?.edit("x and y");
    meet(amina.doc, yann.doc);
    expect(amina.history.undo()).toEqual({ done: 0, skipped: 1 });
    expect(card(amina.doc, id)).toMatchObject({ text: "x and y", attributes: {} });
  });

  it("[B147] undo takes back no comment that somebody else has answered, and it counts as skipped", () => {
    const [amina, yann] = [person(), person()];
    const [by, other] = [newPersonId(), newPersonId()];
    const on = newCardId();
    const [asked, answer] = [newCommentId(), newCommentId()];
    amina.make(note(on));
    amina.make({ type: "addComment", id: asked, on, text: "Why?", by, at: 1 });
    amina.make({ type: "addComment", id: newCommentId(), on, text: "I mean: when?", replyTo: asked, by, at: 2 });
    meet(amina.doc, yann.doc);
    yann.make({ type: "addComment", id: answer, on, text: "Because", replyTo: asked, by: other, at: 3 });
    meet(amina.doc, yann.doc);
    const isThere = (id: CommentId) => readBoard(amina.doc).comments.get(id)?.attributes.trashedAt === undefined;
    // one's own answer to oneself goes, and holds nothing back
    expect(amina.history.undo()).toEqual({ done: 1, skipped: 0 });
    expect(amina.history.undo()).toEqual({ done: 0, skipped: 1 });
    expect([isThere(asked), isThere(answer)]).toEqual([true, true]);
    // an answer that was taken back holds nothing back
    const again = newCommentId();
    amina.make({ type: "addComment", id: again, on, text: "And who?", by, at: 4 });
    meet(amina.doc, yann.doc);
    yann.make({ type: "addComment", id: newCommentId(), on, text: "Hm", replyTo: again, by: other, at: 5 });
    yann.history.undo();
    meet(amina.doc, yann.doc);
    expect(amina.history.undo()).toEqual({ done: 1, skipped: 0 });
  });

  it("[B7] what was typed in one go is one act, and others' letters among it stay", () => {
    const [amina, yann] = [person(), person()];
    const id = newCardId();
    amina.make(note(id));
    meet(amina.doc, yann.doc);
    const typing = openCardText(amina.doc, id)!;
    typing.edit("xab");
    typing.edit("xabcd");
    meet(amina.doc, yann.doc);
    openCardText(yann.doc, id)?.edit("xab!cd");
    meet(amina.doc, yann.doc);
    amina.history.did(typing.close());
    amina.history.undo();
    expect(card(amina.doc, id)?.text).toBe("x!");
    amina.history.redo();
    expect(Array.from(card(amina.doc, id)!.text).toSorted()).toEqual(Array.from("xabcd!").toSorted());
  });
});

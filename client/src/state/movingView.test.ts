import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  type BoardChange,
  type Edit,
} from "@palabre/shared/documents";
import { newCardId, newCommentId, newLinkId, newPersonId, type CardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { openMovingView } from "./movingView.ts";

const by = newPersonId();
const note = (id: CardId): Edit => ({ type: "addCard", id, kind: "note", position: [0, 0], text: "x", by, at: 1 });

it("[E1] [B49] of a document that takes another's place all is read again, and as done by others is told only what came with it", () => {
  const [refused, fresh] = [createBoardDoc(), createBoardDoc()];
  const [both, lost, come, gone] = [newCardId(), newCardId(), newCardId(), newCardId()];
  const [drawn, said, heard] = [newLinkId(), newCommentId(), newCommentId()];
  applyEdits(refused, [
    note(both),
    { type: "addLink", id: drawn, from: both, to: both, at: 1 },
    { type: "addComment", id: said, on: both, text: "Old", by, at: 1 },
  ]);
  applyUpdate(fresh, encodeDoc(refused));
  applyEdits(refused, [note(lost)]);
  applyEdits(fresh, [
    note(come),
    note(gone),
    { type: "trash", things: [gone], at: 2 },
    { type: "addComment", id: heard, on: both, text: "@Amina, look", by, at: 2 },
  ]);
  const view = openMovingView(refused);
  const heardOf: BoardChange[] = [];
  view.subscribe((change) => {
    expect(view.card(come)).toBeDefined();
    heardOf.push(change);
  });
  view.moveTo(fresh);
  const told = (mine: boolean) => heardOf.flatMap((change) => (change.mine === mine ? change.facts : []));
  expect(told(false)).toEqual([
    { type: "card", card: come },
    { type: "comment", comment: heard },
  ]);
  const all = [both, lost, come, gone].map((card) => ({ type: "card", card }));
  expect(new Set(told(true))).toEqual(new Set([...all, { type: "link", link: drawn }]));
  expect(view.card(lost)).toBeUndefined();
  view.close();
});

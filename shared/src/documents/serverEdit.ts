import * as Y from "yjs";
import type { CardId } from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { changeBetween, type TextChange } from "./textDiff.ts";

/** What the server does to a board besides: people type in an open `CardText`. Apart from their edits, so that no page fetches it. */
export type ServerEdit =
  | Edit
  /** makes a card's text equal to this one by the smallest splices */
  | { readonly type: "writeText"; readonly card: CardId; readonly text: string }
  /** removes and inserts just these letters; to be applied in the same step in which it was worked out */
  | { readonly type: "changeText"; readonly card: CardId; readonly change: TextChange };

/**
 * Makes the edits in their order, in one transaction.
 * @param origin handed to Yjs as the transaction's origin
 */
export function applyServerEdits(doc: BoardDoc, edits: readonly ServerEdit[], origin?: unknown): void {
  doc.transact(() => {
    for (const edit of edits) {
      if (edit.type === "writeText") writeText(doc, edit.card, edit.text);
      else if (edit.type === "changeText") {
        const text = mapOf(doc, "text").get(edit.card);
        if (text instanceof Y.Text) changeText(text, edit.change);
      } else applyEdits(doc, [edit]);
    }
  }, origin);
}

function writeText(doc: BoardDoc, card: CardId, wanted: string): void {
  if (!mapOf(doc, "cards").has(card)) return;
  const text = mapOf(doc, "text").get(card);
  // a torn card has none, or something that is none
  if (!(text instanceof Y.Text)) {
    if (wanted !== "") mapOf(doc, "text").set(card, new Y.Text(wanted));
    return;
  }
  changeText(text, changeBetween(text.toString(), wanted));
}

function changeText(text: Y.Text, change: TextChange): void {
  let at = 0;
  for (const part of change) {
    if ("keep" in part) at += part.keep;
    else if ("remove" in part) text.delete(at, part.remove);
    else {
      text.insert(at, part.insert);
      at += part.insert.length;
    }
  }
}

import * as Y from "yjs";
import { LIMITS, type CardId } from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import type { TextChange } from "./textDiff.ts";
import { everything, type MayWrite, type Undoable } from "./undo.ts";

/** One card's text while somebody edits it: plain strings outside, a `Y.Text` inside, with its own undo. */
export interface CardText {
  value(): string;
  /** Makes the text equal to `next` by the smallest single splice, as a keystroke, a paste or a composition does. */
  edit(next: string, caret?: number): void;
  /** Called for others' changes and for undo, not for `edit`. */
  subscribe(listener: (change: TextChange) => void): () => void;
  /** Takes back what this editor typed, never what others did; false when there is nothing. */
  undo(): boolean;
  redo(): boolean;
  /** Ends the editing; gives what takes back all that was typed, undefined when nothing was. */
  close(): Undoable | undefined;
}

/** Opens the text of a card for editing; undefined when the card has none (it is gone, or torn). */
export function openCardText(doc: BoardDoc, card: CardId): CardText | undefined {
  const text = mapOf(doc, "text").get(card);
  if (!(text instanceof Y.Text)) return undefined;
  const origin = {};
  const history = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: 600 });
  const listeners = new Set<(change: TextChange) => void>();
  const observer = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === origin) return;
    const change = event.delta.map((op) =>
      op.retain !== undefined
        ? { keep: op.retain }
        : op.delete !== undefined
          ? { remove: op.delete }
          : { insert: typeof op.insert === "string" ? op.insert : "" },
    );
    for (const listener of listeners) listener(change);
  };
  text.observe(observer);
  return {
    value: () => text.toString(),
    edit: (next, caret) => {
      const { start, removed, inserted } = spliceBetween(text.toString(), fitText(next), caret);
      if (removed === 0 && inserted === "") return;
      doc.transact(() => {
        if (removed > 0) text.delete(start, removed);
        if (inserted !== "") text.insert(start, inserted);
      }, origin);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    undo: () => history.undo() !== null,
    redo: () => history.redo() !== null,
    close: () => {
      listeners.clear();
      text.unobserve(observer);
      // what was taken back while it was written is no part of what was typed in the end
      history.clear(false, true);
      if (history.undoStack.length > 0) return typedIn(history, card);
      history.destroy();
      return undefined;
    },
  };
}

/** All that one editing typed, as one act: letters of others stay, wherever they stand among it. */
function typedIn(history: Y.UndoManager, card: CardId): Undoable {
  const all = (stack: "undoStack" | "redoStack", turn: () => unknown, may: MayWrite) => {
    if (!may({ fact: { type: "text", card } })) return { done: 0, skipped: 1 };
    let done = 0;
    while (history[stack].length > 0 && turn() !== null) done += 1;
    return { done, skipped: 0 };
  };
  return {
    undo: (may = everything) => all("undoStack", () => history.undo(), may),
    redo: (may = everything) => all("redoStack", () => history.redo(), may),
    forget: () => history.destroy(),
  };
}

/**
 * The one splice that turns `before` into `after`.
 *
 * Where several would do ("aa" → "aaa"), the one that ends at the caret is taken: that is where the person typed. A surrogate
 * pair is never cut.
 * @param caret where the caret stands in `after`; the end of the change when not given
 */
export function spliceBetween(
  before: string,
  after: string,
  caret: number = after.length,
): { start: number; removed: number; inserted: string } {
  const most = Math.min(before.length, after.length);
  let end = 0;
  const endMost = Math.min(most, after.length - Math.min(caret, after.length));
  while (end < endMost && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  let start = 0;
  while (start < most - end && before[start] === after[start]) start += 1;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (start > 0 && isHighSurrogate(after.charCodeAt(start - 1))) start -= 1;
  if (end > 0 && isLowSurrogate(after.charCodeAt(after.length - end))) end -= 1;
  return { start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) };
}
/** Halves of surrogate pairs are left out: on its way to another copy each becomes another letter. */
const toWhole = (text: string) => text.replaceAll(/\p{Surrogate}/gu, "");
/** As much of a text as a card holds. */
export const fitText = (text: string): string => toWhole(text.slice(0, LIMITS.textLength));
const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** Where a caret at `index` stands after somebody else's change. Text inserted just at the caret goes after it. */
export function moveCaret(index: number, change: TextChange): number {
  let at = 0;
  let caret = index;
  for (const part of change) {
    if ("keep" in part) at += part.keep;
    else if ("insert" in part) {
      if (at < caret) caret += part.insert.length;
      at += part.insert.length;
    } else if (at < caret) caret = Math.max(at, caret - part.remove);
    if (at >= caret && "keep" in part) break;
  }
  return caret;
}

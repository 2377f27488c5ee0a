import * as Y from "yjs";
import { answeredBesides } from "./answered.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import type { CardId, Json, PersonId } from "../terms/index.ts";
import { readFact, sameValue, writeFact, type PlainFact, type Step } from "./edit.ts";

/** `done` facts were written back; `skipped` ones were changed by somebody else since, or may not be written, and stay as they are. */
export interface UndoResult {
  readonly done: number;
  readonly skipped: number;
}

/** What is about to be written back: a plain fact with the value that it gets, or letters of a text. */
export type Written =
  | { readonly fact: PlainFact; readonly value: Json | undefined }
  | { readonly fact: { readonly type: "text"; readonly card: CardId } };
/** Asked about each fact before it is written back. */
export type MayWrite = (written: Written) => boolean;

/** One act that can be taken back and made again, in turn. */
export interface Undoable {
  /** @param may when left out, everything may be written */
  undo(may?: MayWrite): UndoResult;
  redo(may?: MayWrite): UndoResult;
  /** whether it can't be taken back or made again now, but may be later: it keeps its turn until then, and its person is told why */
  waits?(): boolean;
  /** frees what it holds, once it can no longer be reached */
  forget?(): void;
}

/**
 * Undo and redo of one person's own acts, newest first.
 *
 * An act of which nothing could be taken back is dropped, unless it waits, and the next one is not tried in its stead: one key press
 * never undoes something unexpected.
 */
export interface UndoHistory {
  /** Remembers an act that was just done; forgets what could be redone. */
  did(act: Undoable | undefined): void;
  /** undefined when there is nothing to undo */
  undo(): UndoResult | undefined;
  redo(): UndoResult | undefined;
  /** Undoes this act, whatever was done since; undefined when it is not among those that can be undone. */
  takeBack(act: Undoable): UndoResult | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  subscribe(listener: () => void): () => void;
  /** Forgets all: the document it was about is no longer shown. */
  clear(): void;
  close(): void;
}

const MAX_ACTS = 200;
export const everything: MayWrite = () => true;

export function createUndoHistory(): UndoHistory {
  const done: Undoable[] = [];
  const undone: Undoable[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const forget = (acts: Undoable[]) => {
    for (const act of acts.splice(0)) act.forget?.();
  };
  const turn = (from: Undoable[], to: Undoable[], way: "undo" | "redo", act = from.at(-1)): UndoResult | undefined => {
    const place = act ? from.lastIndexOf(act) : -1;
    if (!act || place === -1) return undefined;
    if (act.waits?.() === true) return { done: 0, skipped: 0 };
    from.splice(place, 1);
    const result = act[way]();
    if (result.done > 0) to.push(act);
    else act.forget?.();
    tell();
    return result;
  };
  return {
    did: (act) => {
      if (!act) return;
      done.push(act);
      if (done.length > MAX_ACTS) forget(done.splice(0, 1));
      forget(undone);
      tell();
    },
    undo: () => turn(done, undone, "undo"),
    redo: () => turn(undone, done, "redo"),
    takeBack: (act) => turn(done, undone, "undo", act),
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => {
      forget(done);
      forget(undone);
      tell();
    },
    close: () => {
      listeners.clear();
      forget(done);
      forget(undone);
    },
  };
}

/**
 * The inverse of a step of edits; undefined when the step changed nothing.
 *
 * Each fact is written back only while it still has the value that the step (or its redo) gave it: what somebody else did since is
 * never touched. A card one made is not trashed by undo once another person has written in it, nor a comment once another person has
 * answered it.
 */
export function inverseOf(doc: BoardDoc, step: Step, origin?: unknown): Undoable | undefined {
  if (step.changes.length === 0) return undefined;
  /** what is still ours: a fact that was skipped once belongs to somebody else for good */
  let ours = step.changes;
  const write = (way: "before" | "after", may: MayWrite): UndoResult => {
    const expected = way === "before" ? "after" : "before";
    const total = ours.length;
    doc.transact(() => {
      // backwards when undoing: a step may have changed one fact twice
      const inTurn = way === "before" ? ours.toReversed() : ours;
      const kept = inTurn.filter((change) => {
        const { fact } = change;
        const trashesOwnBirth =
          way === "before" && fact.type === "attribute" && fact.name === "trashedAt" && change.after === undefined;
        if (!sameValue(readFact(doc, fact), change[expected])) return false;
        if (trashesOwnBirth && (isWrittenByOthers(doc, fact.on) || isAnsweredByOthers(doc, fact.on))) return false;
        if (!may({ fact, value: change[way] })) return false;
        writeFact(doc, fact, change[way]);
        return true;
      });
      ours = way === "before" ? kept.toReversed() : kept;
    }, origin);
    return { done: ours.length, skipped: total - ours.length };
  };
  return { undo: (may = everything) => write("before", may), redo: (may = everything) => write("after", may) };
}

/** Whether the card's text holds letters that another copy of the document typed. */
export function isWrittenByOthers(doc: BoardDoc, id: string): boolean {
  const text = mapOf(doc, "text").get(id);
  if (!(text instanceof Y.Text)) return false;
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && item.countable && item.id.client !== doc.clientID) return true;
  }
  return false;
}

/** Whether it is a comment, and somebody else than its author has answered it. */
function isAnsweredByOthers(doc: BoardDoc, id: string): boolean {
  const birth = mapOf(doc, "comments").get(id);
  if (typeof birth !== "object" || birth === null) return false;
  // only compared
  const { by } = birth as { readonly by?: PersonId };
  return answeredBesides(doc, by).has(id);
}

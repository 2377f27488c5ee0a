import * as Y from "yjs";
import { mapOf, type BoardDoc } from "./doc.ts";
import { readFact, sameValue, writeFact, type FactChange, type Step } from "./edit.ts";

/** `done` facts were written back; `skipped` ones were changed by somebody else since, and stay as they are. */
export interface UndoResult {
  readonly done: number;
  readonly skipped: number;
}

/**
 * Undo and redo of one person's own steps, by inverse commands.
 *
 * Each fact of a step is written back only while it still has the value that the step gave it: what somebody else did since is
 * never touched. A card one made is not trashed by undo once another person has written in it. A step of which nothing could be
 * written back is dropped, and the next one is not tried in its stead: one key press never undoes something unexpected.
 */
export interface UndoHistory {
  /** Remembers a step that was just made; forgets what could be redone. An empty step is ignored. */
  did(step: Step): void;
  /** undefined when there is nothing to undo */
  undo(): UndoResult | undefined;
  redo(): UndoResult | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  subscribe(listener: () => void): () => void;
}

const MAX_STEPS = 200;

export function createUndoHistory(doc: BoardDoc, origin?: unknown): UndoHistory {
  const undone: Step[] = [];
  const done: Step[] = [];
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());

  const reverse = (from: Step[], to: Step[]): UndoResult | undefined => {
    const step = from.pop();
    if (!step) return undefined;
    const inverse: FactChange[] = [];
    let skipped = 0;
    doc.transact(() => {
      for (const { fact, before, after } of step.changes.toReversed()) {
        const isBirth = from === done && fact.type === "attribute" && fact.name === "trashedAt" && after === undefined;
        if (!sameValue(readFact(doc, fact), after) || (isBirth && isWrittenByOthers(doc, fact.on))) {
          skipped += 1;
          continue;
        }
        writeFact(doc, fact, before);
        inverse.push({ fact, before: after, after: before });
      }
    }, origin);
    if (inverse.length > 0) to.push({ changes: inverse });
    tell();
    return { done: inverse.length, skipped };
  };
  return {
    did: (step) => {
      if (step.changes.length === 0) return;
      done.push(step);
      if (done.length > MAX_STEPS) done.shift();
      undone.length = 0;
      tell();
    },
    undo: () => reverse(done, undone),
    redo: () => reverse(undone, done),
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
  };
}

/** Whether the card's text holds letters that another copy of the document typed. */
function isWrittenByOthers(doc: BoardDoc, id: string): boolean {
  const text = mapOf(doc, "text").get(id);
  if (!(text instanceof Y.Text)) return false;
  for (let item = text._start; item; item = item.right) if (!item.deleted && item.countable && item.id.client !== doc.clientID) return true;
  return false;
}

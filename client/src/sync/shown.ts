import { heldBy, seenIn, type Act, type BoardDoc, type Seen } from "@palabre/shared/documents";
import type { KeptAct } from "./deviceStore.ts";

/** What a document shows of what was done. */
export interface Shown {
  seen(act: Act): readonly Seen[];
  /** whether an update is part of it; of what was done elsewhere it shows too little */
  holds(update: Uint8Array): boolean;
}

export const shownBy = (doc: BoardDoc): Shown => ({ seen: (act) => seenIn(doc, act), holds: heldBy(doc).contains });

/** What a document shows of an act where it holds it, else what was seen before: it may have lost the words since. */
export function seenNow({ act, update, seen: before }: KeptAct, { seen, holds }: Shown): readonly Seen[] {
  if (before && !holds(update)) return before;
  return seen(act).map((each, place) => (each.text === "" ? (before?.[place] ?? each) : each));
}

import { heldBy, seenIn, type Act, type BoardDoc, type Seen } from "@palabre/shared/documents";

/** What a document shows of what was done. */
export interface Shown {
  seen(act: Act): readonly Seen[];
  /** whether an update is part of it; of what was done elsewhere it shows too little */
  holds(update: Uint8Array): boolean;
}

export const shownBy = (doc: BoardDoc): Shown => ({ seen: (act) => seenIn(doc, act), holds: heldBy(doc).contains });

import {
  applyUpdate,
  createBoardDoc,
  createStateDoc,
  fits,
  hasGap,
  isEmptyDoc,
  type BoardDoc,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import type { StoredDocument, StoredName } from "../stores/index.ts";
import { hasCards } from "./documentKinds.ts";

export interface OpenedDocument {
  readonly doc: BoardDoc | StateDoc;
  /** entries that can't be applied without what is missing before them */
  readonly unfit: readonly number[];
}

/**
 * Makes a document of what the store has of it: where something is missing, of all that still fits.
 * @throws AppError `damaged-document` when nothing does although there was something: an empty board must not stand for a full one
 */
export function openStored(document: StoredName, stored: StoredDocument): OpenedDocument {
  const whole = stored.quarantined === 0 ? openWhole(document, stored) : undefined;
  if (whole) return { doc: whole, unfit: [] };
  const doc = newDoc(document);
  const unfit: number[] = [];
  try {
    if (stored.checkpoint) applyUpdate(doc, stored.checkpoint);
    for (const [index, update] of stored.updates.entries()) {
      if (fits(doc, update)) applyUpdate(doc, update);
      else unfit.push(stored.seqs[index] ?? 0);
    }
  } catch (cause) {
    throw damagedError("can't be read", cause);
  }
  if (hasGap(doc)) throw damagedError("refers to what is not in it");
  if (isEmptyDoc(doc)) throw damagedError("can't be read");
  return { doc, unfit };
}

/** All at once, which is faster; undefined when something of it does not apply. */
function openWhole(document: StoredName, { checkpoint, updates }: StoredDocument): BoardDoc | StateDoc | undefined {
  const doc = newDoc(document);
  try {
    doc.transact(() => {
      if (checkpoint) applyUpdate(doc, checkpoint);
      for (const update of updates) applyUpdate(doc, update);
    });
  } catch {
    // which entry it was is found out one by one
    return undefined;
  }
  return hasGap(doc) ? undefined : doc;
}

const newDoc = (document: StoredName): BoardDoc | StateDoc =>
  hasCards(document) ? createBoardDoc() : createStateDoc();

const damagedError = (how: string, cause?: unknown): AppError =>
  new AppError("damaged-document", `a stored document ${how}: restore the board from a backup`, { cause });

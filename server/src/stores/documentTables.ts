import { z } from "zod";

/** The tables that a journal lives in, by what they hold. */
export interface DocumentTables {
  readonly documents: string;
  readonly updates: string;
  readonly checkpoints: string;
  readonly quarantine: string;
}
export const SHARED_TABLES: DocumentTables = {
  documents: "documents",
  updates: "updates",
  checkpoints: "checkpoints",
  quarantine: "quarantine",
};
/** Of drafts: tables of their own, so that what is erased can be cleared without touching a board. */
export const DRAFT_TABLES: DocumentTables = {
  documents: "draftDocuments",
  updates: "draftUpdates",
  checkpoints: "draftCheckpoints",
  quarantine: "draftQuarantine",
};

/** A row of any table, as it came. */
export const anyRow = z.record(z.string(), z.union([z.string(), z.number(), z.instanceof(Uint8Array), z.null()]));

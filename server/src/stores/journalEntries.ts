import { AppError } from "@palabre/shared/errors";
import { isDraftName, type BoardId } from "@palabre/shared/terms";
import type { JournalEntry } from "./boardStore.ts";

/**
 * What is not kept beside an entry: of a draft nothing at all, since whatever outlives it could tell who wrote what.
 *
 * The change log numbers its changes by the entries of `board`: another document's would take the place of one of them.
 */
export function mustBeLoggable({
  document,
  change,
  clients = [],
}: Pick<JournalEntry, "document" | "clients"> & { readonly change?: unknown }): void {
  if (isDraftName(document) && clients.length > 0)
    throw new AppError("store-failed", "Whose the client ids of a draft are is not kept: hand in none");
  if (change !== undefined && document !== "board") {
    throw new AppError("store-failed", `A change of ${spoken(document)} can't be logged: only those of "board" are`);
  }
}

export const unknownBoardError = (board: BoardId): AppError =>
  new AppError("unknown-board", `There is no board ${board}: create it first`);
export const futureCheckpointError = (seq: number, head: number): AppError =>
  new AppError("store-failed", `A checkpoint can't stand for entry ${seq} of ${head}: give the last one it holds`);
export const outdatedEpochError = (seq: number, head: number): AppError =>
  new AppError("store-failed", `An epoch can't begin after entry ${seq} of ${head}: read the document again`);
export const unlikeCheckpointError = (seq: number, document: JournalEntry["document"]): AppError =>
  new AppError(
    "store-failed",
    `The checkpoint at entry ${seq} of ${spoken(document)} was not written as given: look at the disk`,
  );

/** How a document is called in a message: that somebody has a draft is not said. */
export const spoken = (document: JournalEntry["document"]): string => (isDraftName(document) ? "a draft" : document);

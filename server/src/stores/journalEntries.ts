import { AppError } from "@palabre/shared/errors";
import type { JournalEntry } from "./boardStore.ts";

/** The change log numbers its changes by the entries of `board`; another document's would take the place of one of them. */
export function mustLogBoard({ document, change }: Pick<JournalEntry, "document" | "change">): void {
  if (change && document !== "board") {
    throw new AppError("store-failed", `A change of ${document} can't be logged: only those of "board" are`);
  }
}

export const futureCheckpointError = (seq: number, head: number): AppError =>
  new AppError("store-failed", `A checkpoint can't stand for entry ${seq} of ${head}: give the last one it holds`);
export const outdatedEpochError = (seq: number, head: number): AppError =>
  new AppError("store-failed", `An epoch can't begin after entry ${seq} of ${head}: read the document again`);

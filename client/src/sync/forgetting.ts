import type { BoardId } from "@palabre/shared/terms";

/** What removes all that this device keeps of a board; fetched before it is needed. */
export const loadForgetting = async (): Promise<(board: BoardId) => Promise<void>> =>
  (await import("./indexedStore.ts")).forgetKept;

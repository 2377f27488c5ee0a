import type { openVersionState } from "./versionState.ts";

/** What shows an earlier state of a board: fetched when somebody wants to see one. */
export const loadVersionState = async (): Promise<typeof openVersionState> =>
  (await import("./versionState.ts")).openVersionState;

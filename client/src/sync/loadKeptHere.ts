import type { keptHere } from "./keptHere.ts";

/** What counts the changes that wait on this device: fetched where a board does not open. */
export const loadKeptHere = async (): Promise<typeof keptHere> => (await import("./keptHere.ts")).keptHere;

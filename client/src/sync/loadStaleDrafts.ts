import type { tellStaleDrafts } from "./staleDrafts.ts";

/** What tells of drafts that were never saved: fetched once the board is there. */
export const loadStaleDrafts = async (): Promise<typeof tellStaleDrafts> =>
  (await import("./staleDrafts.ts")).tellStaleDrafts;

import type { openDrafting } from "./openDrafting.ts";

export type { Drafting, DraftOf } from "./draftingState.ts";

/** What opens this person's draft beside the board: fetched once people write in silence. */
export const loadDrafting = async (): Promise<typeof openDrafting> => (await import("./openDrafting.ts")).openDrafting;

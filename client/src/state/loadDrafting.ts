import { loadDraft } from "../sync/index.ts";
import type { openDrafting } from "./openDrafting.ts";

export type { Drafting, DraftOf } from "./draftingState.ts";

/** What opens this person's draft beside the board, with all that it needs: who is to write in silence waits for nothing then. */
export const loadDrafting = async (): Promise<typeof openDrafting> => {
  const [drafting] = await Promise.all([import("./openDrafting.ts"), loadDraft()]);
  return drafting.openDrafting;
};

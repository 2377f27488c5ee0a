import { mayDraft } from "@palabre/shared/facilitation";
import { loadDraft } from "../sync/index.ts";
import type { BoardState } from "./boardState.ts";
import { draftingOver, type Drafting, type DraftOf } from "./draftingState.ts";

/** Opens this person's draft beside the board that is open. @param base address of the server, ending in "/" */
export async function openDrafting(live: BoardState, base: URL, of: DraftOf): Promise<Drafting> {
  const connectDraft = await loadDraft();
  const draft = connectDraft(base, {
    board: live.me.id,
    person: live.me.person,
    ...of,
    forbids: (deed) => {
      const permission = mayDraft(deed, live.me, live.workshop().rules, of.phase);
      return permission.ok ? undefined : permission.reason;
    },
    handOver: live.adopt,
  });
  return draftingOver(live, draft, of);
}

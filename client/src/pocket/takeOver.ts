import type { BoardId, PersonId } from "@palabre/shared/terms";
import type { WaitingStore } from "./waiting.ts";

/**
 * A device is one person on a board: ideas that wait on it from before a link was opened anew are this one's by now. What was promised to
 * silence may lie in the draft of the one before already, so it is this one's to decide. Papers and reactions count for who gave them: they
 * are nobody else's.
 */
export async function takeOver(store: WaitingStore, board: BoardId, person: PersonId): Promise<void> {
  for (const was of await store.all()) {
    if (was.type !== "idea" || was.board !== board || was.person === person) continue;
    const isPromised = was.state === "waiting" && was.idea.draft !== undefined;
    await store.replace(was, { ...was, person, state: isPromised ? "late" : was.state });
  }
}

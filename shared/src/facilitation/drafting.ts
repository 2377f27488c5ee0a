import type { BoardRules, Deed, PersonId, PhaseId, Role } from "../terms/index.ts";
import { mayFacilitate, mayWrite, type Permission } from "./rules.ts";

/** Whether cards of a kind go to drafts while these rules are in force. Frames are the board's: they are never anybody's idea. */
export function isDrafted(kind: string, rules: BoardRules): boolean {
  const kinds = rules.phase?.drafts;
  return kinds !== undefined && kind !== "frame" && (kinds === "all" || kinds.includes(kind));
}

/**
 * Whether a person may do this to their own draft of a phase: the table that client and server ask, as `mayDo` is for the board.
 *
 * A draft is written only while its phase is under way, and not while the board is frozen, which is what happens when time is up. Within
 * it everything may be done to one's own cards; links and comments are for the board, where others read them.
 */
export function mayDraft(
  deed: Deed,
  { role, person }: { readonly role: Role; readonly person: PersonId },
  rules: BoardRules,
  phase: PhaseId,
): Permission {
  if (!mayWrite(role, "draft")) return { ok: false, reason: "role" };
  if (!mayFacilitate(role)) {
    if (rules.muted.has(person)) return { ok: false, reason: "muted" };
    if (rules.frozen) return { ok: false, reason: "frozen" };
  }
  const isOpen = rules.phase?.id === phase && rules.phase.drafts !== undefined;
  const isOfDrafts = "on" in deed ? deed.thing === "card" : deed.type === "addCard" && isDrafted(deed.kind, rules);
  return isOpen && isOfDrafts ? { ok: true } : { ok: false, reason: "phase" };
}

import {
  isReaction,
  reactionOf,
  type BoardRules,
  type Deed,
  type Forbidden,
  type PersonId,
  type Reach,
  type Role,
  type RoleRules,
} from "../terms/index.ts";

export type { BoardRules, Deed, Forbidden } from "../terms/index.ts";

type RuledDocument = "board" | "workshop" | "desk" | "draft";

/** Who may read and who may write each document: a property of the document, whatever is in it. */
const DOCUMENT_RULES: Readonly<
  Record<RuledDocument, { readonly read: readonly Role[]; readonly write: readonly Role[] }>
> = {
  board: { read: ["facilitator", "participant", "viewer"], write: ["facilitator", "participant"] },
  workshop: { read: ["facilitator", "participant", "viewer"], write: [] },
  desk: { read: ["facilitator"], write: [] },
  // each their own
  draft: { read: ["facilitator", "participant"], write: ["facilitator", "participant"] },
};

export const mayRead = (role: Role, document: RuledDocument): boolean => DOCUMENT_RULES[document].read.includes(role);
/** The server itself writes every document; this is about people. */
export const mayWrite = (role: Role, document: RuledDocument): boolean => DOCUMENT_RULES[document].write.includes(role);
/** Commands by HTTP that change the workshop: title, links, sources. */
export const mayFacilitate = (role: Role): boolean => role === "facilitator";

/** Who gives papers: viewers look on. */
export const mayVote = (role: Role): boolean => role !== "viewer";

/** A board without phase, freeze, locks or muted people: whoever may write it may do everything but react for another. */
export const OPEN_RULES: BoardRules = { frozen: false, locks: new Set(), muted: new Set() };

export type Permission = { readonly ok: true } | { readonly ok: false; readonly reason: Forbidden };

/**
 * Whether a person may do this to the board, by role, mute, freeze, phase, owner and lock: the one table that client and server ask.
 *
 * Facilitators are never muted, and pass the freeze and facilitators' locks, but not what a phase says of their own role, nor the courtesy lock that a
 * thing wears: that one is taken off first, by whoever may set the thing. A thing that was locked after it was trashed can be
 * brought back. A reaction is one's own, on any thing, wherever comments may be made; so is one's own comment, to be taken back
 * and brought back, also in a phase that deletes nothing else.
 */
export function mayDo(
  deed: Deed,
  who: { readonly role: Role; readonly person: PersonId },
  rules: BoardRules,
): Permission {
  const { role, person } = who;
  if (!mayWrite(role, "board")) return forbidden("role");
  const isParticipant = !mayFacilitate(role);
  if (isParticipant && rules.muted.has(person)) return forbidden("muted");
  if (isParticipant && rules.frozen) return forbidden("frozen");
  const ofRole = rules.phase?.[isParticipant ? "participant" : "facilitator"];
  if (deed.type === "set" && deed.name !== undefined && isReaction(deed.name)) {
    if (ofRole?.comment === false) return forbidden("phase");
    return deed.name === reactionOf(person) ? allowed : forbidden("not-yours");
  }
  const inPhase = ofRole ? mayInPhase(deed, person, ofRole) : allowed;
  if (!inPhase.ok || !("on" in deed) || deed.type === "bringBack") return inPhase;
  const isLockedByFacilitator = isParticipant && rules.locks.has(deed.on);
  const isLockedByCourtesy = deed.isLocked === true && !(deed.type === "set" && deed.name === "locked");
  return isLockedByFacilitator || isLockedByCourtesy ? forbidden("locked") : allowed;
}

const allowed: Permission = { ok: true };
const forbidden = (reason: Forbidden): Permission => ({ ok: false, reason });
const inPhase = (isAllowed: boolean): Permission => (isAllowed ? allowed : forbidden("phase"));

function mayInPhase(deed: Deed, person: PersonId, rules: RoleRules): Permission {
  switch (deed.type) {
    case "addCard":
      return inPhase(rules.add === "all" || rules.add.includes(deed.kind));
    case "addLink":
      return inPhase(rules.link);
    case "addComment":
      return inPhase(rules.comment);
    case "move":
      return reaches(rules.move, deed.madeBy, person);
    case "write":
      return reaches(rules.edit, deed.madeBy, person);
    case "set":
      if (deed.thing === "comment") return inPhase(rules.comment);
      // the frame that a card lies in follows from where it is put
      return reaches(deed.name === "frame" ? rules.move : rules.edit, deed.madeBy, person);
    case "trash":
    case "bringBack":
      if (deed.thing === "comment" && deed.madeBy === person && rules.comment) return allowed;
      return reaches(rules.trash, deed.madeBy, person);
  }
}

/** Whether a phase leaves a role nothing to do on the board but to look. */
export const allowsNothing = (rules: RoleRules | undefined): boolean =>
  rules !== undefined &&
  rules.add !== "all" &&
  rules.add.length === 0 &&
  [rules.edit, rules.move, rules.trash].every((reach) => reach === "none") &&
  !rules.link &&
  !rules.comment;

function reaches(reach: Reach, madeBy: PersonId | undefined, person: PersonId): Permission {
  switch (reach) {
    case "all":
      return allowed;
    case "own":
      return madeBy === person ? allowed : forbidden("not-yours");
    case "none":
      return forbidden("phase");
  }
}

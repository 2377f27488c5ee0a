import type { PersonId, PhaseId, ThingId } from "./ids.ts";

/** What stands on a board and can be acted on. */
export type ThingKind = "card" | "link" | "comment";

/**
 * What a person is about to change, as the rules see it: asked by the client before an edit and by the server after.
 *
 * What is written on a thing by the very update that bears it is part of its birth and no deed of its own; a reaction always is one.
 */
export type Deed =
  | { readonly type: "addCard"; readonly kind: string }
  | { readonly type: "addLink" }
  | { readonly type: "addComment" }
  | {
      readonly type: "move" | "write" | "set" | "trash" | "bringBack";
      readonly on: ThingId;
      readonly thing: ThingKind;
      readonly kind?: string | undefined;
      /** who made the thing; undefined: the server, or not known */
      readonly madeBy?: PersonId | undefined;
      /** of the attribute, for `set` */
      readonly name?: string | undefined;
      /** the thing wears its attribute `locked`, which anybody may set and unset: a courtesy, not a right */
      readonly isLocked?: boolean | undefined;
    };

/** Whose things a role may act on. */
export type Reach = "all" | "own" | "none";

/** What one role may do to the board in a phase. Reactions and resolving a comment go with `comment`. */
export interface RoleRules {
  /** kinds of cards that may be added; only "all" holds kinds this version does not know */
  readonly add: readonly string[] | "all";
  /** texts and attributes of cards and links */
  readonly edit: Reach;
  readonly move: Reach;
  /** deleting and bringing back */
  readonly trash: Reach;
  readonly link: boolean;
  readonly comment: boolean;
}

/** The rules in force on a board at one moment. */
export interface BoardRules {
  /** which phase is under way, and what it says of a role; a role it does not name may do everything */
  readonly phase?:
    | {
        readonly id?: PhaseId | undefined;
        readonly facilitator?: RoleRules | undefined;
        readonly participant?: RoleRules | undefined;
        /** kinds of cards that go to drafts; undefined where nothing does */
        readonly drafts?: RoleRules["add"] | undefined;
      }
    | undefined;
  /** nobody but facilitators changes anything */
  readonly frozen: boolean;
  /** the time of a step made the freeze, and no hand */
  readonly isFrozenByTimer?: boolean;
  /** things that nobody but facilitators changes */
  readonly locks: ReadonlySet<ThingId>;
  /** people who may not change anything for now; facilitators never are */
  readonly muted: ReadonlySet<PersonId>;
}

/** Why something may not be done: the first of these, in this order. */
export type Forbidden = "role" | "muted" | "frozen" | "phase" | "not-yours" | "locked";

/** A reaction is the attribute of the person who reacts, on the thing it is about. */
const REACTION = "reaction:";
export const isReaction = (name: string): boolean => name.startsWith(REACTION);
export const reactionOf = (person: PersonId): string => `${REACTION}${person}`;

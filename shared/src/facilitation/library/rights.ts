import type { CardKind, RoleRules } from "../../terms/index.ts";

/** What participants may do in the usual kinds of steps; facilitators may always do everything. */

const NOTHING: RoleRules = { add: [], edit: "none", move: "none", trash: "none", link: false, comment: false };

interface Rights {
  readonly participant: RoleRules;
}
/** They listen, read, or answer a ballot: the board stands still. */
export const LISTEN: Rights = { participant: NOTHING };
/** They read, and may comment on what they don't understand. */
export const READ: Rights = { participant: { ...NOTHING, comment: true } };
/** They write cards of these kinds, and change their own only. */
export const write = (...kinds: readonly CardKind[]): Rights => ({
  participant: { ...NOTHING, add: kinds, edit: "own", move: "own", trash: "own" },
});
/** They bring cards together, and name the families. */
export const GROUP: Rights = {
  participant: { add: ["note", "frame"], edit: "own", move: "all", trash: "own", link: false, comment: true },
};
/** They draw links with a sign, and move cards so that these can be read. */
export const CONNECT: Rights = {
  participant: { add: [], edit: "own", move: "all", trash: "own", link: true, comment: true },
};
/** They work on the board together: cards of these kinds, anybody's cards and links. */
export const build = (...kinds: readonly CardKind[]): Rights => ({
  participant: { add: kinds, edit: "all", move: "all", trash: "all", link: true, comment: true },
});

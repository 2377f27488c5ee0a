import type { CardId, LinkId } from "@palabre/shared/terms";
import { selectedCards } from "./action.ts";
import type { BoardState } from "../state/index.ts";
import { afterChoosing, stillInGroup, withGroups } from "./taken.ts";

type Things = ReadonlySet<CardId | LinkId>;

/** Chooses things, groups as they are told; the group that was gone into is left with the last of its cards. */
export function take(board: BoardState, things: Things): void {
  const { inGroup } = board.ui.get();
  board.commands.select(things);
  if (inGroup !== undefined) board.ui.set({ inGroup: stillInGroup(board.snapshot(), things, inGroup) });
}

export const takeWhole = (board: BoardState, id: CardId | LinkId): void =>
  take(board, withGroups(board.snapshot(), [id], board.ui.get().inGroup));

/** As a click does that adds to what is chosen. */
export function addOrLetGo(board: BoardState, id: CardId | LinkId): void {
  const { selection: before, inGroup } = board.ui.get();
  const chosen = new Set(before);
  if (!chosen.delete(id)) chosen.add(id);
  take(board, afterChoosing(board.snapshot(), before, chosen, inGroup));
}

/** Whether what is chosen is one group as a whole, and this card is in it. */
export function isWholeGroup(board: BoardState, card: CardId): boolean {
  const { selection, inGroup, tool } = board.ui.get();
  const whole = withGroups(board.snapshot(), [card], inGroup);
  const isPicking = tool.type === "select" && tool.isMany === true;
  return !isPicking && whole.size === selection.size && [...whole].every((id) => selection.has(id));
}

/** Goes into the group of a card, which alone is chosen then. @returns false where there is no other card of it, or one is in it */
export function goInto(board: BoardState, card: CardId): boolean {
  const group = board.card(card)?.attributes.group;
  if (group === undefined || group === board.ui.get().inGroup) return false;
  if (withGroups(board.snapshot(), [card], undefined).size === 1) return false;
  board.ui.set({ inGroup: group });
  board.commands.select([card]);
  return true;
}

/** What goes with a card that is dragged: all that is chosen, in the page or not, when the card is, else its group; what is locked stays. */
export function takenWith(board: BoardState, card: CardId): readonly CardId[] {
  const { selection, inGroup } = board.ui.get();
  const all = selection.has(card) ? selectedCards(board) : [...withGroups(board.snapshot(), [card], inGroup)];
  return all.filter((id) => id === card || !board.isLocked(id));
}

import type { CardAttributes, CardId } from "@palabre/shared/terms";
import type { Loose } from "../state/index.ts";
import type { ActionContext } from "./action.ts";

/** Sets facts of cards. @returns how many bear theirs now: those of a draft may be refused where those of the board are not, which says why */
export function setFacts(
  { board }: Pick<ActionContext, "board">,
  changes: readonly (readonly [CardId, Loose<CardAttributes>])[],
): number {
  board.commands.setCards(changes);
  return changes.filter(([id, values]) => {
    const now: Loose<CardAttributes> = board.card(id)?.attributes ?? {};
    return Object.entries(values).every(([name, value]) => now[name as keyof CardAttributes] === value);
  }).length;
}

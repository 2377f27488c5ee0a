import type { Pair } from "@palabre/shared/terms";
import { selectedCards, type ActionContext } from "../action.ts";
import { boxOf } from "../box.ts";
import { copyOf } from "./copyOf.ts";
import { sayNotCopied } from "./sayNotCopied.ts";

/** A copy lies this far from what it copies: clear of it, and plainly its like. */
const COPY_BY: Pair = [24, 24];

/** Copies what is chosen beside itself, with the links between; the copies are chosen. */
export function duplicate(context: ActionContext): void {
  const { board, view } = context;
  const chosen = selectedCards(board);
  sayNotCopied(context, chosen);
  const { cards, links } = copyOf(board, chosen, COPY_BY);
  const [first] = board.commands.addCards(cards, links);
  const card = first && board.card(first);
  if (card) view?.reveal(boxOf(card));
}

import { selectedCards, type ActionContext } from "../action.ts";

/** Locks what is chosen in its place, by courtesy: whoever may set the card takes it off again. */
export function hold({ board, text, announce }: ActionContext, isHeld: boolean): void {
  const cards = selectedCards(board).filter((id) => (board.card(id)?.attributes.locked === true) !== isHeld);
  // what is refused says why
  if (!board.commands.setCards(cards.map((card) => [card, { locked: isHeld ? true : undefined }] as const))) return;
  announce(text.t(isHeld ? "arrange.held" : "arrange.released", { n: cards.length }));
}

import { selectedCards, type ActionContext } from "../action.ts";
import { setFacts } from "../setFacts.ts";

/** Locks what is chosen in its place, by courtesy: whoever may set the card takes it off again. */
export function hold(context: ActionContext, isHeld: boolean): void {
  const { board, text, announce } = context;
  const cards = selectedCards(board).filter((id) => (board.card(id)?.attributes.locked === true) !== isHeld);
  const n = setFacts(
    context,
    cards.map((card) => [card, { locked: isHeld ? true : undefined }]),
  );
  if (n > 0) announce(text.t(isHeld ? "arrange.held" : "arrange.released", { n }));
}

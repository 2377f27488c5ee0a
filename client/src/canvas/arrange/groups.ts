import { newCardId } from "@palabre/shared/terms";
import { selectedCards, type ActionContext } from "../action.ts";
import { sayLocked } from "../sayLocked.ts";
import { setFacts } from "../setFacts.ts";

/** Binds what is chosen together, whatever groups its cards were in; locked ones stay as they are. */
export function bindGroup(context: ActionContext): void {
  const { board, text, announce } = context;
  const chosen = selectedCards(board);
  const cards = chosen.filter((id) => !board.isLocked(id));
  const locked = chosen.find(board.isLocked);
  if (cards.length < 2) return locked && sayLocked(context, locked);
  // a group is no thing of its own, only a name that its cards share
  const group: string = newCardId();
  const n = setFacts(
    context,
    cards.map((card) => [card, { group }]),
  );
  if (n === 0) return;
  board.ui.set({ inGroup: undefined });
  announce(text.t("arrange.grouped", { n }));
}

/** Takes the groups of what is chosen apart. */
export function takeApart(context: ActionContext): void {
  const { board, text, announce } = context;
  const chosen = selectedCards(board).filter((id) => board.card(id)?.attributes.group !== undefined);
  const cards = chosen.filter((id) => !board.isLocked(id));
  if (cards.length === 0) return chosen[0] && sayLocked(context, chosen[0]);
  const n = setFacts(
    context,
    cards.map((card) => [card, { group: undefined }]),
  );
  if (n === 0) return;
  board.ui.set({ inGroup: undefined });
  announce(text.t("arrange.ungrouped", { n }));
}

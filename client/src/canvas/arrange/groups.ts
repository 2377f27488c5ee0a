import { newCardId, type CardId } from "@palabre/shared/terms";
import { selectedCards, type ActionContext } from "../action.ts";

/** Binds what is chosen together, whatever groups its cards were in; locked ones stay as they are. */
export function bindGroup({ board, text, announce }: ActionContext): void {
  const cards = selectedCards(board).filter((id) => !board.isLocked(id));
  if (cards.length < 2) return;
  // a group is no thing of its own, only a name that its cards share
  const group: string = newCardId();
  board.commands.setCards(cards.map((card) => [card, { group }] as const));
  board.ui.set({ inGroup: undefined });
  announce(text.t("arrange.grouped", { n: cards.length }));
}

/** Takes the groups of what is chosen apart. */
export function takeApart({ board, text, announce }: ActionContext): void {
  const cards = selectedCards(board).filter(
    (id: CardId) => board.card(id)?.attributes.group !== undefined && !board.isLocked(id),
  );
  if (cards.length === 0) return;
  board.commands.setCards(cards.map((card) => [card, { group: undefined }] as const));
  board.ui.set({ inGroup: undefined });
  announce(text.t("arrange.ungrouped", { n: cards.length }));
}

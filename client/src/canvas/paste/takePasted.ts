import type { ActionContext } from "../action.ts";
import { boundsOf, boxOf } from "../box.ts";
import { placeNew } from "../fromFlow.ts";
import { layPasted } from "./layPasted.ts";
import { readPasted } from "./readPasted.ts";

/** Makes cards of a pasted text and says how many; a list can be made one card after all. */
export function takePasted({ board, view, text, toast }: ActionContext, pasted: string): void {
  const read = readPasted(pasted);
  const usual = board.kindToAdd("expectation");
  const near = view?.middle() ?? [0, 0];
  const { cards, links, left } = layPasted(board.snapshot(), read, usual, near);
  if (cards.length === 0) return;
  const ids = board.commands.addCards(cards, links);
  const bounds = boundsOf(ids.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card)));
  if (!bounds) return;
  if (ids.length === 1) view?.reveal(bounds);
  else view?.fit(bounds);
  const isList = ids.length > 1 && links.length === 0;
  const words = text.t("canvas.pasted", { n: ids.length });
  toast({
    text: left === 0 ? words : `${words} ${text.t("canvas.pastedLeft", { n: left })}`,
    action: isList
      ? {
          label: text.t("canvas.pastedAsOne"),
          onAction: () => {
            board.commands.trash(ids);
            const one = { ...placeNew(board.snapshot(), usual, near), text: pasted.trim() };
            board.commands.addCards([one]);
          },
        }
      : { label: text.t("canvas.actUndo"), onAction: () => void board.commands.trash(ids) },
  });
}

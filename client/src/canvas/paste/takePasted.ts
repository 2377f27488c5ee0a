import type { ActionContext } from "../action.ts";
import { boundsOf, boxOf } from "../box.ts";
import { placeNew } from "../fromFlow.ts";
import { layPasted } from "./layPasted.ts";
import { readPasted } from "./readPasted.ts";
import { readCsvTable } from "./table.ts";

/** What a text is known to be before it is read. */
export type Form = "csv" | "any";

/** Makes cards of a pasted text and says how many; a list can be made one card after all. */
export function takePasted({ board, view, text, toast }: ActionContext, pasted: string, form: Form = "any"): void {
  const read = form === "csv" ? readCsvTable(pasted) : readPasted(pasted);
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
            const whole = form === "csv" ? read.cards.map((card) => card.text).join("\n") : pasted.trim();
            const one = { ...placeNew(board.snapshot(), usual, near), text: whole };
            board.commands.addCards([one]);
          },
        }
      : { label: text.t("canvas.actUndo"), onAction: () => void board.commands.trash(ids) },
  });
}

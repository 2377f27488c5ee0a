import { LIMITS } from "@palabre/shared/terms";
import type { ActionContext } from "../action.ts";
import { boundsOf, boxOf } from "../box.ts";
import { placeNew } from "../fromFlow.ts";
import { takeAway } from "../takeAway.ts";
import { layPasted } from "./layPasted.ts";
import { readPasted, type Form } from "./readPasted.ts";

/** Makes cards of a pasted text, near where a menu was opened if one was, and says how many; a list can be made one card after all. */
export function takePasted(context: ActionContext, pasted: string, form: Form = "any"): void {
  const { board, view, text, toast } = context;
  const read = readPasted(pasted, form);
  const usual = board.kindToAdd("expectation");
  const near = context.at ?? view?.middle() ?? [0, 0];
  const { cards, links, left } = layPasted(board.snapshot(), read, usual, near);
  if (cards.length === 0) return toast({ text: text.t("canvas.pastedNothing"), tone: "warn" });
  const ids = board.commands.addCards(cards, links);
  const bounds = boundsOf(ids.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card)));
  if (!bounds) return;
  if (ids.length === 1) view?.reveal(bounds);
  else view?.fit(bounds);
  const whole = form === "any" ? pasted.trim() : read.cards.map((card) => card.text).join("\n");
  // where there was no room for all there is none for another one
  const isList =
    ids.length > 1 && ids.length === cards.length && links.length === 0 && whole.length <= LIMITS.textLength;
  const words = text.t("canvas.pasted", { n: ids.length });
  toast({
    text: left === 0 ? words : `${words}. ${text.t("canvas.pastedLeft", { n: left })}`,
    action: isList
      ? {
          label: text.t("canvas.pastedAsOne"),
          onAction: () => {
            takeAway(context, ids);
            const one = { ...placeNew(board.snapshot(), usual, near), text: whole };
            board.commands.addCards([one]);
          },
        }
      : { label: text.t("canvas.actUndo"), onAction: () => takeAway(context, ids) },
  });
}

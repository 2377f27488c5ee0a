import { useCallback, useEffect } from "react";
import type { ActionContext } from "./action.ts";
import { boundsOf, boxOf } from "./box.ts";
import { cardsOfLines } from "./fromFlow.ts";
import { sayReadOnly } from "./useActionContext.ts";
import { keepsItsKeys } from "../ui/index.ts";

/**
 * Makes cards of pasted text, one a line, as one step of undo.
 * @returns what reads the clipboard on demand, where the browser allows it
 */
export function usePaste(context: ActionContext): () => void {
  const take = useCallback(
    (pasted: string) => {
      const { board, view, text, toast } = context;
      if (!board.mayEdit) return sayReadOnly(context);
      const snapshot = board.snapshot();
      const cards = cardsOfLines(snapshot, pasted, board.kindToAdd("expectation"), view?.middle() ?? [0, 0]);
      const ids = board.commands.addCards(cards);
      const bounds = boundsOf(ids.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card)));
      if (!bounds) return;
      if (ids.length === 1) view?.reveal(bounds);
      else view?.fit(bounds);
      toast({
        text: text.t("canvas.pasted", { n: ids.length }),
        action: { label: text.t("canvas.actUndo"), onAction: () => void board.commands.trash(ids) },
      });
    },
    [context],
  );

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || keepsItsKeys(event.target) || pasted.trim() === "") return;
      event.preventDefault();
      take(pasted);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [take]);

  return useCallback(() => {
    const { text, toast } = context;
    const advise = () => toast({ text: text.t("canvas.pasteAdvice") });
    const read = async () => {
      const pasted = await navigator.clipboard.readText();
      if (pasted.trim() === "") advise();
      else take(pasted);
    };
    // without permission the keys still do
    read().catch(advise);
  }, [context, take]);
}

import { cardIdSchema } from "@palabre/shared/terms";
import { useEffect } from "react";
import { boxOf } from "../canvas/index.ts";
import { useText } from "../i18n/index.ts";
import { viewOf, type BoardState } from "../state/index.ts";
import { showToast } from "../ui/index.ts";

/** Goes to the card that the address names, once; the address is the board's again from then on. */
export function useCardOfAddress(board: BoardState, isLoaded: boolean): void {
  const { t } = useText();
  useEffect(() => {
    const address = new URL(location.href);
    const asked = cardIdSchema.safeParse(address.searchParams.get("card"));
    if (!isLoaded || !asked.success) return;
    // the canvas measures its room before it can be moved
    let turn = requestAnimationFrame(function go(): void {
      const view = viewOf(board);
      if (!view) {
        turn = requestAnimationFrame(go);
        return;
      }
      address.searchParams.delete("card");
      history.replaceState(history.state, "", address);
      const card = board.card(asked.data);
      if (!card || card.attributes.trashedAt !== undefined) {
        showToast({ text: t("board.cardGone") });
        return;
      }
      board.commands.select([card.id]);
      view.comeNear(boxOf(card));
      view.focusCard(card.id);
    });
    return () => cancelAnimationFrame(turn);
  }, [board, isLoaded, t]);
}

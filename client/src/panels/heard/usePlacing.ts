import type { CardId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { showToast } from "../../ui/index.ts";
import { place, type Placeable } from "./placing.ts";
import { useCarry, type Carry } from "./useCarry.ts";

export interface Placing extends Carry {
  /** puts it where there is room, and shows it */
  readonly placeNow: () => void;
}

/** The ways to put a card on the board: carried there, or by a press. What was done is said, and can be taken back. */
export function usePlacing(card: Placeable): Placing {
  const { t } = useText();
  const { commands } = useBoard();
  const board = useBoard();
  const tell = (id: CardId): void =>
    void showToast({
      text: card.kind === "quote" ? t("heard.kept") : t("heard.placed"),
      action: { label: t("frame.undo"), onAction: () => commands.takeAway([id]) },
    });
  const carry = useCarry(card, tell);
  const placeNow = (): void => {
    const id = place(board, card);
    if (id === undefined) return;
    commands.lookAt(id);
    tell(id);
  };
  return { ...carry, placeNow };
}

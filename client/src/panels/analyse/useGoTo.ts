import type { CardId } from "@palabre/shared/terms";
import { useCallback } from "react";
import { useBoard } from "../../state/index.ts";

/** Chooses a card and brings it into view. */
export function useGoTo(): (card: CardId) => void {
  const { commands } = useBoard();
  return useCallback(
    (card) => {
      commands.select([card]);
      commands.lookAt(card);
    },
    [commands],
  );
}

import { useEffect, useRef } from "react";
import { useText, withTexts } from "../i18n/index.ts";
import type { BoardState } from "../state/index.ts";

/** Shows what could not be made as soon as there is something new of it; closing the sheet dismisses nothing. Says what was put away. */
export function useTelling(board: BoardState): void {
  const { t } = useText();
  // what was shown is nothing new when a draft begins or ends, with which another state of the same board comes
  const known = useRef(0);
  useEffect(() => {
    const look = (): void => {
      const { length } = board.told();
      if (length > known.current) board.ui.set({ dialog: "told" });
      known.current = length;
    };
    look();
    return board.subscribe("told", look);
  }, [board]);
  useEffect(
    () =>
      board.onPutAway((things) => {
        const telling = withTexts(["told"], () => import("./tellPutAway.ts"));
        // the words are in the trash, where they can be found
        telling.then(({ tellPutAway }) => tellPutAway(board, things, t)).catch(() => undefined);
      }),
    [board, t],
  );
}

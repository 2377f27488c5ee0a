import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import type { BoardState, View } from "../state/index.ts";
import { boxOf } from "./box.ts";

/** Keeps the card that is being written in view when the window turns or shrinks, or a keyboard takes its foot. */
export function useWrittenInView(board: BoardState, view: View): void {
  const store = useStoreApi();
  useEffect(() => {
    const look = () => {
      const { editing } = board.ui.get();
      const card = editing && board.card(editing);
      if (card) view.reveal(boxOf(card));
    };
    const stop = store.subscribe(({ width, height }, before) => {
      if (width !== before.width || height !== before.height) look();
    });
    const seen = window.visualViewport;
    seen?.addEventListener("resize", look);
    return () => {
      stop();
      seen?.removeEventListener("resize", look);
    };
  }, [board, view, store]);
}

import { useEffect } from "react";
import { knownBoard } from "../offline/index.ts";
import type { BoardState } from "../state/index.ts";
import { keepPreview } from "./preview.ts";

/** Keeps the board's picture for the home page whenever the page is left, hidden or closed. */
export function useKeptPreview(board: BoardState, isLoaded: boolean): void {
  useEffect(() => {
    // what was never heard is not known to be empty
    if (!isLoaded) return;
    const keep = (): void => {
      // a device that left the board meanwhile, by another page, keeps nothing of it
      if (knownBoard(board.me.id)) keepPreview(board.me.id, board.snapshot());
    };
    const onHide = (): void => {
      if (document.visibilityState === "hidden") keep();
    };
    document.addEventListener("visibilitychange", onHide);
    addEventListener("pagehide", keep);
    return () => {
      keep();
      document.removeEventListener("visibilitychange", onHide);
      removeEventListener("pagehide", keep);
    };
  }, [board, isLoaded]);
}

import { useEffect, useState } from "react";
import type { BoardState } from "../state/index.ts";

/** How long a board may take before the page says that it could not open; it goes on trying. */
const PATIENCE_MS = 10_000;

/** Whether the board was heard from the server, and if not, whether that takes too long. */
export function useLoaded(board: BoardState): { readonly isLoaded: boolean; readonly isSlow: boolean } {
  const [isLoaded, setLoaded] = useState(false);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    void board.loaded.then(() => {
      if (!isOver) setLoaded(true);
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [board]);
  return { isLoaded, isSlow };
}

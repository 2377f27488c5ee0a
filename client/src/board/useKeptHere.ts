import type { BoardId } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { loadKeptHere } from "../state/index.ts";

/** How many changes wait on this device for a board that did not open; none until they are counted. */
export function useKeptHere(board: BoardId): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isOver = false;
    loadKeptHere()
      .then((keptHere) => keptHere(board))
      .then((found) => {
        if (!isOver) setCount(found);
      })
      // without the network the part that counts may be missing: what is kept is kept all the same
      .catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [board]);
  return count;
}

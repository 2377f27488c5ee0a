import { useStoreApi } from "@xyflow/react";
import { useReducer, useState } from "react";
import { flushSync } from "react-dom";

/**
 * Keeps React Flow from measuring what it mounts, which it would do for every card: it has been told sizes and ends (`toFlow.ts`). What it
 * measures differs from them by a rounding, and each link of the card would be drawn a second time for it. Stands before the flow.
 */
export const GivenSizes = () => {
  const store = useStoreApi();
  const [, settle] = useReducer((turns: number) => turns + 1, 0);
  useState(() =>
    store.setState({
      // asked before what was mounted is seen: by then it can be taken hold of, for which React would wait until after
      updateNodeInternals: () => flushSync(settle),
    }),
  );
  return null;
};

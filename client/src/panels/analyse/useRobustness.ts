import { useMemo } from "react";
import { useAsked } from "../../analysis/index.ts";
import { useAnnotations, useGroupWeights } from "../../state/index.ts";
import { heldRobustness, type Held } from "./heldRobustness.ts";

/** How well the choice holds; undefined until the first draws are made. Once people have weighed the links it is what the server says. */
export function useRobustness(): Held {
  const annotations = useAnnotations();
  const weights = useGroupWeights();
  const { answer, isFresh } = useAsked("robust", undefined);
  return useMemo(
    () => heldRobustness({ answer, isFresh }, annotations, weights),
    [answer, isFresh, annotations, weights],
  );
}

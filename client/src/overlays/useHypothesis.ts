import { useMemo } from "react";
import { useSnapshot, useUi, type Hypothesis } from "../state/index.ts";
import { asItCounts } from "./suppose.ts";

/** What this person supposes, as far as it is on the board now; undefined while no question is begun. */
export function useHypothesis(): Hypothesis | undefined {
  const hypothesis = useUi((ui) => ui.hypothesis);
  const { cards } = useSnapshot();
  return useMemo(() => hypothesis && asItCounts(hypothesis, cards), [hypothesis, cards]);
}

import { useEffect } from "react";
import { useAsked } from "../analysis/index.ts";
import { useBoard, type Hypothesis } from "../state/index.ts";
import { asItCounts, isSameSupposition, supposedIn } from "./suppose.ts";

/** Puts a hypothesis to the map, again whenever the map changes, and keeps with it what is answered. Draws nothing. */
export const HypothesisAnswer = ({ hypothesis }: { readonly hypothesis: Pick<Hypothesis, "levels"> }) => {
  const board = useBoard();
  const { ui } = board;
  const { answer, isFresh } = useAsked("whatIf", { levels: supposedIn(hypothesis) });
  useEffect(() => {
    const whole = ui.get().hypothesis;
    if (!answer || !isFresh || !whole) return;
    const now = asItCounts(whole, board.snapshot().cards);
    const { effects, outcome } = answer;
    const answered = { effects, outcome };
    const isNow = isSameSupposition(now, hypothesis);
    const isKept = now.kept !== undefined && isSameSupposition(now.kept, hypothesis);
    if (!isNow && !isKept) return;
    ui.set({
      hypothesis: {
        ...whole,
        ...(isNow ? { answer: answered } : {}),
        ...(isKept && whole.kept ? { kept: { levels: whole.kept.levels, answer: answered } } : {}),
      },
    });
    // oxlint-disable-next-line react/exhaustive-deps -- an answer belongs to what is supposed in it
  }, [board, answer, isFresh]);
  return null;
};

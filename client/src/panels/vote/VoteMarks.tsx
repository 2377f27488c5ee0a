import { readBallots, readDecisions } from "@palabre/shared/documents";
import { useEffect, useMemo } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshopPart } from "../../state/index.ts";
import { sealsOf } from "./seals.tsx";

/** Puts what was voted and decided on the cards, for as long as it is there. */
export const VoteMarks = () => {
  const text = useText();
  const { ui } = useBoard();
  const ballots = useWorkshopPart(readBallots);
  const decisions = useWorkshopPart(readDecisions);
  const key = JSON.stringify([...decisions, ...[...ballots].map(([id, { tally }]) => [id, tally?.publishedAt])]);
  // the workshop is read anew whenever anything of it changes; the cards are drawn anew only when this does
  // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for both
  const seals = useMemo(() => sealsOf(ballots, decisions, text), [key, text]);
  useEffect(() => {
    ui.set({ seals });
    return () => ui.set({ seals: new Map() });
  }, [ui, seals]);
  return null;
};

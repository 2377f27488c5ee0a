import { memo, useMemo } from "react";
import type { Annotation, Card } from "@palabre/shared/terms";
import { classes } from "../ui/index.ts";
import { ExpectationFigures } from "./ExpectationFigures.tsx";
import { FactorFigures } from "./FactorFigures.tsx";
import { StrategyFigures } from "./StrategyFigures.tsx";
import { useFreshness } from "./useFreshness.ts";
import css from "./CardFigures.module.css";

export interface CardFiguresProps {
  readonly card: Pick<Card, "kind">;
  /** undefined while the server has said nothing of this card */
  readonly annotation: Annotation | undefined;
}

/** The foot of a card at 100 %: the two or three figures that matter for its kind, or what they still need. */
export const CardFigures = memo(({ card, annotation }: CardFiguresProps) => {
  const figures = useMemo(
    () => JSON.stringify(annotation?.readings.map(({ measure, state, value, n }) => [measure, state, value, n])),
    [annotation],
  );
  const isFresh = useFreshness(figures ?? "");
  if (!hasFigures(annotation)) return null;
  const Figures = FIGURES[card.kind];
  if (!Figures) return null;
  return (
    <div className={classes(css["figures"], isFresh && css["fresh"])}>
      <Figures annotation={annotation} />
    </div>
  );
});
CardFigures.displayName = "CardFigures";

const FIGURES: Readonly<Record<string, typeof ExpectationFigures | undefined>> = {
  expectation: ExpectationFigures,
  factor: FactorFigures,
  strategy: StrategyFigures,
};

/** Whether there is anything to say: a figure whose inputs are missing is left out of the card altogether. */
export const hasFigures = (annotation: Annotation | undefined): annotation is Annotation =>
  annotation?.readings.some(({ state }) => state !== "missing") === true;

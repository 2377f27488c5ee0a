import type { Annotation } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { BudgetChip } from "./BudgetChip.tsx";
import { Figure } from "./Figure.tsx";
import { readingOf } from "./readings.ts";
import { TooFew } from "./TooFew.tsx";
import { roiTerms } from "./words.ts";
import css from "./CardFigures.module.css";

/** What it gives back for what it costs, how often it stays best, and whether it is within the budget. */
export const StrategyFigures = ({ annotation }: { readonly annotation: Annotation }) => {
  const text = useText();
  const { t, percent } = text;
  const roi = readingOf(annotation, "roi");
  const best = readingOf(annotation, "best");
  const budget = readingOf(annotation, "budget");
  const hasBest = best?.state === "known" || best?.state === "pending";
  const isCompared = hasBest || budget?.state === "known";
  const [first, second] = isCompared || roi === undefined ? [] : roiTerms(roi, text);
  const hasRoi = roi?.state === "known" && roi.value !== undefined;
  if (!hasRoi && !isCompared && roi?.state !== "undefined") return null;
  return (
    <span className={css["row"]}>
      {hasRoi ? (
        <Figure value={percent(roi.value ?? 0, { isSigned: true })} label={t("figures.roi")} />
      ) : (
        roi?.state === "undefined" && (
          <TooFew more={t("figures.roiNoCost")}>{isCompared ? t("figures.roi") : t("figures.roiUndefined")}</TooFew>
        )
      )}
      {hasBest && (
        <Figure value={best.value === undefined ? "…" : percent(best.value)} label={t("figures.staysBest")} />
      )}
      {/* its place is kept, so that figures stand alike on all cards */}
      {isCompared && (
        <span>
          <BudgetChip reading={budget} />
        </span>
      )}
      {first !== undefined && (
        <span className={css["terms"]}>
          <small>{first}</small>
          {second !== undefined && <small>{second}</small>}
        </span>
      )}
    </span>
  );
};

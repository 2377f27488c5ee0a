import type { Annotation } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Figure } from "./Figure.tsx";
import { readingOf } from "./readings.ts";
import { TooFew } from "./TooFew.tsx";
import { roiTerms } from "./words.ts";
import css from "./CardFigures.module.css";

/** What it gives back for what it costs, in which unit and by when. */
export const StrategyFigures = ({ annotation }: { readonly annotation: Annotation }) => {
  const text = useText();
  const { t, percent } = text;
  const roi = readingOf(annotation, "roi");
  if (roi === undefined || roi.state === "missing") return null;
  if (roi.state !== "known" || roi.value === undefined) {
    return <TooFew more={t("figures.roiNoCost")}>{t("figures.roiUndefined")}</TooFew>;
  }
  const [first, second] = roiTerms(roi, text);
  return (
    <span className={css["row"]}>
      <Figure value={percent(roi.value, { isSigned: true })} label={t("figures.roi")} />
      {first !== undefined && (
        <span className={css["terms"]}>
          <small>{first}</small>
          {second !== undefined && <small>{second}</small>}
        </span>
      )}
    </span>
  );
};

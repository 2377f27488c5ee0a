import type { Annotation } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Figure } from "./Figure.tsx";
import { daysOf, directionOf, isUnheardBefore, readingOf } from "./readings.ts";
import { Sparkline } from "./Sparkline.tsx";
import { HollowBar, TooFew, TooFewPosts } from "./TooFew.tsx";
import { Trend } from "./Trend.tsx";
import { sparklineWords } from "./words.ts";
import css from "./CardFigures.module.css";

/** How many speak of it, whether more than before, and how it went. */
export const ExpectationFigures = ({ annotation }: { readonly annotation: Annotation }) => {
  const text = useText();
  const { t, number } = text;
  const mentions = readingOf(annotation, "mentions");
  const trend = readingOf(annotation, "trend");
  if (mentions?.state !== "known" || mentions.value === undefined) return null;
  const days = daysOf(mentions) ?? 0;
  const counted = <Figure value={number(mentions.value)} label={t("figures.mentions", { n: mentions.value })} />;
  const direction = directionOf(mentions, trend);
  if (direction === undefined) {
    const n = trend?.n ?? 0;
    return (
      <>
        <span className={css["row"]}>
          {n === 0 ? (
            <TooFew more={t("figures.nobodyIn", { n: days })}>
              <b>n = 0</b>, {t("figures.nobody")}
            </TooFew>
          ) : (
            <>
              {counted}
              {isUnheardBefore(trend) ? (
                <TooFew>{t("figures.unheardBefore")}</TooFew>
              ) : (
                <TooFewPosts n={n} needs={trend?.needs} isShort />
              )}
            </>
          )}
        </span>
        <HollowBar />
      </>
    );
  }
  const series = mentions.series ?? [];
  return (
    <span className={css["row"]}>
      {counted}
      <Figure value={<Trend direction={direction} value={trend?.value} />} label={t("figures.overDays", { n: days })} />
      <span className={css["spark"]}>
        <Sparkline series={series} label={sparklineWords(series, days, text)} />
      </span>
    </span>
  );
};

import type { Annotation, Card, Reading } from "@palabre/shared/terms";
import {
  daysOf,
  directionOf,
  FigureRow,
  figureOf,
  isUnheardBefore,
  readingOf,
  Sparkline,
  sparklineWords,
  TooFew,
  Trend,
} from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { WhyMentions, WhyTrend } from "./Reasons.tsx";
import css from "./CardReadings.module.css";

/** How many speak of an expectation. */
export const MentionsRow = ({ card, reading }: { readonly card: Card; readonly reading: Reading }) => {
  const text = useText();
  const series = reading.series ?? [];
  return (
    <FigureRow
      label={text.t("reasons.mentions")}
      value={text.number(reading.value ?? 0)}
      picture={
        <span className={css["spark"]}>
          <Sparkline series={series} width={62} height={24} label={sparklineWords(series, daysOf(reading), text)} />
        </span>
      }
      note={text.t("reasons.sources", { n: reading.origin.length })}
      why={<WhyMentions card={card} reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

/** Whether more do than before. */
export const TrendRow = ({ reading, annotation }: { readonly reading: Reading; readonly annotation: Annotation }) => {
  const { t, number } = useText();
  const mentions = readingOf(annotation, "mentions");
  const direction = directionOf(mentions, reading);
  return (
    <FigureRow
      label={t("reasons.trend")}
      value={
        direction === undefined ? (
          <TooFew>{t(isUnheardBefore(reading) ? "figures.unheardBefore" : "figures.fewShort")}</TooFew>
        ) : (
          <Trend direction={direction} value={reading.value} />
        )
      }
      note={
        reading.state === "insufficient" && reading.needs !== undefined
          ? `n = ${number(reading.n)}, ${t("figures.fewNeeded", { needs: reading.needs })}`
          : t("reasons.against", { now: mentions?.value ?? 0, before: reading.previous ?? 0 })
      }
      why={<WhyTrend reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

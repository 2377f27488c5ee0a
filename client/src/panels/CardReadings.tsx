import type { Annotation, Card, Reading } from "@palabre/shared/terms";
import {
  daysOf,
  directionOf,
  FigureRow,
  ordinalOf,
  PlaneOf,
  readingOf,
  roiTerms,
  shareWords,
  Sparkline,
  sparklineWords,
  TooFew,
  Trend,
  verdictOf,
} from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { Section } from "./pieces/index.ts";
import { WhyInfluence, WhyMentions, WhyRoi, WhyTrend } from "./Reasons.tsx";
import css from "./CardReadings.module.css";

export interface CardReadingsProps {
  readonly card: Card;
  readonly annotation: Annotation | undefined;
}

/** What is measured of a card: one sentence, then each figure with its count, its period and its reasons. */
export const CardReadings = ({ card, annotation }: CardReadingsProps) => {
  const text = useText();
  const verdict = verdictOf(card, annotation, text);
  const readings = annotation?.readings.filter(({ state }) => state !== "missing") ?? [];
  return (
    <>
      {verdict !== undefined && (
        <p className={css["verdict"]} data-kind={card.kind}>
          {verdict}
        </p>
      )}
      {annotation !== undefined && readings.length > 0 && (
        <Section title={titleFor(card, text.t)} note={<Period readings={readings} />}>
          <ul className={css["rows"]}>
            {readings.map((reading) => (
              <ReadingRow key={reading.measure} card={card} reading={reading} annotation={annotation} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

const titleFor = ({ kind }: Card, t: ReturnType<typeof useText>["t"]): string =>
  kind === "expectation" ? t("panel.heard") : kind === "factor" ? t("panel.onTheMap") : t("panel.estimated");

/** The days that the figures speak of; nothing for figures that are read from the board itself. */
const Period = ({ readings }: { readonly readings: readonly Reading[] }) => {
  const { t, date } = useText();
  const period = readings.find(({ from, to }) => from !== undefined && to !== undefined);
  if (period?.from === undefined || period.to === undefined) return null;
  return t("panel.period", { from: date(period.from, "shortDay"), to: date(period.to, "shortDay") });
};

interface RowProps {
  readonly card: Card;
  readonly reading: Reading;
  readonly annotation: Annotation;
}
const ReadingRow = ({ card, reading, annotation }: RowProps) => {
  switch (reading.measure) {
    case "mentions":
      return <MentionsRow {...{ card, reading }} />;
    case "trend":
      return <TrendRow {...{ reading, annotation }} />;
    case "influence":
    case "dependence":
      return <InfluenceRow {...{ reading, annotation }} />;
    case "roi":
      return <RoiRow {...{ card, reading }} />;
  }
};

const figureOf = ({ state, value, n }: Reading): string => JSON.stringify([state, value, n]);

const MentionsRow = ({ card, reading }: Omit<RowProps, "annotation">) => {
  const text = useText();
  const series = reading.series ?? [];
  return (
    <FigureRow
      label={text.t("panel.mentions")}
      value={text.number(reading.value ?? 0)}
      picture={
        <span className={css["spark"]}>
          <Sparkline series={series} width={62} height={24} label={sparklineWords(series, daysOf(reading), text)} />
        </span>
      }
      note={text.t("panel.sources", { n: reading.origin.length })}
      why={<WhyMentions card={card} reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

const TrendRow = ({ reading, annotation }: Omit<RowProps, "card">) => {
  const { t, number } = useText();
  const mentions = readingOf(annotation, "mentions");
  const direction = directionOf(mentions, reading);
  return (
    <FigureRow
      label={t("panel.trend")}
      value={
        direction === undefined ? (
          <TooFew>{t("figures.fewShort")}</TooFew>
        ) : (
          <Trend direction={direction} value={reading.value} />
        )
      }
      note={
        reading.state === "insufficient"
          ? `n = ${number(reading.n)}, ${t("figures.fewNeeded", { needs: reading.needs ?? 0 })}`
          : t("panel.against", { now: mentions?.value ?? 0, before: reading.previous ?? 0 })
      }
      why={<WhyTrend reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

const InfluenceRow = ({ reading, annotation }: Omit<RowProps, "card">) => {
  const text = useText();
  const { t } = text;
  const influence = readingOf(annotation, "influence");
  const dependence = readingOf(annotation, "dependence");
  const isInfluence = reading.measure === "influence";
  return (
    <FigureRow
      label={isInfluence ? t("panel.influence") : t("panel.dependence")}
      value={shareWords(reading, text)}
      picture={isInfluence && influence && dependence && <PlaneOf influence={influence} dependence={dependence} />}
      note={
        <>
          {reading.rank !== undefined && t("panel.rank", { rank: ordinalOf(reading.rank, text), of: reading.of ?? 0 })}
          <span className={css["line"]}>{t("panel.links", { n: reading.n })}</span>
        </>
      }
      why={<WhyInfluence reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

const RoiRow = ({ card, reading }: Omit<RowProps, "annotation">) => {
  const text = useText();
  return (
    <FigureRow
      label={text.t("panel.roi")}
      value={
        reading.state === "known" && reading.value !== undefined ? (
          text.percent(reading.value, { isSigned: true })
        ) : (
          <TooFew>{text.t("panel.undefined")}</TooFew>
        )
      }
      note={reading.state === "known" ? roiTerms(reading, text).join(", ") : text.t("figures.roiNoCost")}
      why={<WhyRoi card={card} reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

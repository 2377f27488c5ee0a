import type { Annotation, Card, Reading } from "@palabre/shared/terms";
import { verdictOf } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { BestRow, BudgetRow, EffectRow, RoiRow, ServedByRow } from "./ChoiceRows.tsx";
import { EngagementRow, ExpectingRow, FeelingRow } from "./FeelingRows.tsx";
import { MentionsRow, TrendRow } from "./HeardRows.tsx";
import { IndirectRow, InfluenceRow, LoopsRow, QuadrantRow } from "./MapRows.tsx";
import { AgreementRow, isVoted, KanoRow, OpportunityRow, PriorityRow } from "./VotedRows.tsx";
import { Section } from "./pieces/index.ts";
import css from "./CardReadings.module.css";

export interface CardReadingsProps {
  readonly card: Card;
  readonly annotation: Annotation | undefined;
}

/** What is measured of a card: one sentence, then each figure with its count, its period and its reasons. */
export const CardReadings = ({ card, annotation }: CardReadingsProps) => {
  const text = useText();
  const verdict = verdictOf(card, annotation, text);
  const given = annotation?.readings.filter(({ state }) => state !== "missing") ?? [];
  const voted = given.filter(isVoted);
  const readings = given.filter((reading) => !isVoted(reading));
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
      {annotation !== undefined && voted.length > 0 && (
        <Section title={text.t("reasons.voted")}>
          <ul className={css["rows"]}>
            {voted.map((reading) => (
              <ReadingRow key={reading.measure} card={card} reading={reading} annotation={annotation} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

const titleFor = ({ kind }: Card, t: ReturnType<typeof useText>["t"]): string =>
  kind === "expectation" ? t("reasons.heard") : kind === "factor" ? t("reasons.onTheMap") : t("reasons.estimated");

/** The days that the figures speak of; nothing for figures that are read from the board itself. */
const Period = ({ readings }: { readonly readings: readonly Reading[] }) => {
  const { t, date } = useText();
  const period = readings.find(({ from, to }) => from !== undefined && to !== undefined);
  if (period?.from === undefined || period.to === undefined) return null;
  return t("reasons.period", { from: date(period.from, "shortDay"), to: date(period.to, "shortDay") });
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
    case "feeling":
      return <FeelingRow reading={reading} />;
    case "expecting":
      return <ExpectingRow reading={reading} />;
    case "engagement":
      return <EngagementRow reading={reading} />;
    case "influence":
    case "dependence":
      return <InfluenceRow {...{ reading, annotation }} />;
    case "indirectInfluence":
      return <IndirectRow reading={reading} />;
    case "quadrant":
      return <QuadrantRow reading={reading} />;
    case "loops":
      return <LoopsRow reading={reading} />;
    case "roi":
      return <RoiRow {...{ card, reading }} />;
    case "effect":
      return <EffectRow {...{ card, reading }} />;
    case "best":
      return <BestRow reading={reading} />;
    case "budget":
      return <BudgetRow reading={reading} />;
    case "servedBy":
      return <ServedByRow {...{ card, reading }} />;
    case "priority":
      return <PriorityRow reading={reading} />;
    case "agreement":
      return <AgreementRow reading={reading} />;
    case "opportunity":
      return <OpportunityRow reading={reading} />;
    case "kano":
      return <KanoRow reading={reading} />;
  }
};

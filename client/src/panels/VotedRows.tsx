import type { Measure, Reading } from "@palabre/shared/terms";
import { FigureRow, figureOf, TooFew } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";

interface RowProps {
  readonly reading: Reading;
}
const VOTED: ReadonlySet<Measure> = new Set(["priority", "agreement", "opportunity", "kano"]);
/** Whether a figure comes from published papers. */
export const isVoted = ({ measure }: Reading): boolean => VOTED.has(measure);

/** The place that a ballot gave the card. */
export const PriorityRow = ({ reading }: RowProps) => {
  const { t } = useText();
  const { rank = 0, of = 0, n, isTied = false } = reading;
  const people = t("reasons.votedBy", { n });
  return (
    <FigureRow
      label={t("reasons.priority")}
      value={t("reasons.priorityOf", { rank, total: of })}
      note={isTied ? `${people}, ${t("reasons.tied")}` : people}
      why={t("reasons.whyPriority")}
      figure={figureOf(reading)}
    />
  );
};

/** How near to each other people's answers are. */
export const AgreementRow = ({ reading }: RowProps) => {
  const { t, percent } = useText();
  const { value = 0, share, series = [], n } = reading;
  const people = t("reasons.votedBy", { n });
  return (
    <FigureRow
      label={t("reasons.agreement")}
      value={percent(value)}
      note={share === undefined ? people : `${people}, ${t("reasons.agree", { share: percent(share) })}`}
      why={
        <>
          {t("reasons.whyAgreement")}
          {series.length > 0 && (
            <>
              <br />
              {t("reasons.byOpinionGroup", { shares: series.map((group) => percent(group)).join(" · ") })}
            </>
          )}
        </>
      }
      figure={figureOf(reading)}
    />
  );
};

/** How much matters that little is done for. */
export const OpportunityRow = ({ reading }: RowProps) => {
  const { t, number } = useText();
  const { value = 0, importance = 0, satisfaction = 0, n } = reading;
  return (
    <FigureRow
      label={t("reasons.opportunity")}
      value={number(value)}
      note={
        <>
          {t("reasons.importance", { importance: number(importance), satisfaction: number(satisfaction) })}
          <br />
          {t("reasons.votedBy", { n })}
        </>
      }
      why={t("reasons.whyOpportunity")}
      figure={figureOf(reading)}
    />
  );
};

/** What kind of need it is, by Kano. */
export const KanoRow = ({ reading }: RowProps) => {
  const { t } = useText();
  const { kanoClass, n, needs = 0 } = reading;
  return (
    <FigureRow
      label={t("reasons.kano")}
      value={
        kanoClass === undefined ? (
          <TooFew>{t("reasons.kanoNeeds", { n, needs })}</TooFew>
        ) : (
          t(`reasons.kano${kanoClass}`)
        )
      }
      note={kanoClass === undefined ? null : t("reasons.votedBy", { n })}
      why={t("reasons.whyKano")}
      figure={figureOf(reading)}
    />
  );
};

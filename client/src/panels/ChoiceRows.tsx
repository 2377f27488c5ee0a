import type { Card, Reading } from "@palabre/shared/terms";
import { BudgetChip, FigureRow, figureOf, roiTerms, TooFew } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { WhyBest, WhyBudget, WhyEffect, WhyServedBy } from "./ChoiceReasons.tsx";
import { WhyRoi } from "./Reasons.tsx";

interface RowProps {
  readonly card: Card;
  readonly reading: Reading;
}

/** What a strategy gives back for what it costs. */
export const RoiRow = ({ card, reading }: RowProps) => {
  const text = useText();
  return (
    <FigureRow
      label={text.t("reasons.roi")}
      value={
        reading.state === "known" && reading.value !== undefined ? (
          text.percent(reading.value, { isSigned: true })
        ) : (
          <TooFew>{text.t("reasons.undefined")}</TooFew>
        )
      }
      note={reading.state === "known" ? roiTerms(reading, text).join(", ") : text.t("figures.roiNoCost")}
      why={<WhyRoi card={card} reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

/** How often a strategy stays the best choice when people are drawn again. */
export const BestRow = ({ reading }: Pick<RowProps, "reading">) => {
  const { t, percent } = useText();
  const { value, low = 0, high = 1, n, draws = 0 } = reading;
  if (value === undefined) {
    return (
      <FigureRow label={t("reasons.best")} value="…" note={t("reasons.computing")} why={null} figure={reading.state} />
    );
  }
  return (
    <FigureRow
      label={t("reasons.best")}
      value={percent(value)}
      note={
        <>
          {t("reasons.bestInterval", { low: percent(low), high: percent(high) })}
          <br />
          {t("reasons.draws", { n, draws })}
        </>
      }
      why={<WhyBest reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

/** Whether a strategy is in the best portfolio under the budget. */
export const BudgetRow = ({ reading }: Pick<RowProps, "reading">) => {
  const { t } = useText();
  return (
    <FigureRow
      label={t("reasons.budget")}
      value={reading.state === "known" ? <BudgetChip reading={reading} /> : <TooFew>{t("reasons.budgetOther")}</TooFew>}
      note={t("reasons.budgetOf", { n: reading.n, total: reading.of ?? 0 })}
      why={<WhyBudget reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

/** Which expectations a strategy moves, and how far. */
export const EffectRow = ({ card, reading }: RowProps) => {
  const { t, signed } = useText();
  if (reading.state === "beyond") {
    return (
      <FigureRow
        label={t("reasons.effect")}
        value={<TooFew>{t("reasons.beyond")}</TooFew>}
        note={t("reasons.beyondLimit")}
        why={null}
        figure={reading.state}
      />
    );
  }
  return (
    <FigureRow
      label={t("reasons.effect")}
      value={signed(reading.value ?? 0, { exactly: 2 })}
      note={t("reasons.expectations", { n: reading.n })}
      why={<WhyEffect card={card} reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

/** Which strategies move an expectation, and how far. */
export const ServedByRow = ({ card, reading }: RowProps) => {
  const { t, signed } = useText();
  return (
    <FigureRow
      label={t("reasons.servedBy")}
      value={signed(reading.value ?? 0, { exactly: 2 })}
      note={t("reasons.strategies", { n: reading.n })}
      why={<WhyServedBy card={card} reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

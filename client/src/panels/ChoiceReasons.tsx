import { explainEffect } from "@palabre/shared/analysis/scenario";
import { readMap } from "@palabre/shared/analysis/structure";
import { servingBest, type Card, type CardId, type Reading } from "@palabre/shared/terms";
import { useMemo } from "react";
import { useText } from "../i18n/index.ts";
import { useGroupWeights, useSnapshot, useWorkshop } from "../state/index.ts";
import { EffectList } from "./EffectList.tsx";
import { Paths, Reason } from "./Reason.tsx";

export const WhyEffect = ({ card, reading }: { readonly card: Pick<Card, "id">; readonly reading: Reading }) => {
  const { t } = useText();
  const parts = reading.parts ?? [];
  return (
    <>
      <Reason>{t("reasons.whyEffect")}</Reason>
      <EffectList title={t("reasons.byEffect")} parts={parts} />
      <Because from={card.id} to={parts[0]?.card} />
    </>
  );
};

export const WhyServedBy = ({ card, reading }: { readonly card: Pick<Card, "id">; readonly reading: Reading }) => {
  const { t } = useText();
  const parts = reading.parts ?? [];
  return (
    <>
      <Reason>{t("reasons.whyEffect")}</Reason>
      <EffectList title={t("reasons.byStrategy")} parts={parts} />
      <Because from={servingBest(parts)?.card} to={card.id} />
    </>
  );
};

/** The ways by which the effect that the row tells comes about, as the links count now. */
const Because = ({ from, to }: { readonly from: CardId | undefined; readonly to: CardId | undefined }) => {
  const { t } = useText();
  const snapshot = useSnapshot();
  const weights = useGroupWeights();
  const paths = useMemo(
    () => (from === undefined || to === undefined ? [] : explainEffect(readMap(snapshot, weights), [from], to)),
    [snapshot, weights, from, to],
  );
  return <Paths title={t("reasons.because")} paths={paths.map(({ links }) => links)} />;
};

export const WhyBest = ({ reading }: { readonly reading: Reading }) => {
  const { t, percent, number } = useText();
  const { value = 0, low = 0, high = 1, n, draws = 0, regret = 0, worth = 1, robustness } = reading;
  const words = {
    robust: t("reasons.wordRobust"),
    leading: t("reasons.wordLeading"),
    open: t("reasons.wordOpen"),
  } as const;
  return (
    <>
      <Reason>{t("reasons.whyBest", { draws, share: percent(value) })}</Reason>
      <Reason>
        <b>n = {number(n)}</b> {t("reasons.whyBestAlone")}
      </Reason>
      <Reason>{t("reasons.whyBestInterval", { low: percent(low), high: percent(high) })}</Reason>
      <Reason>{t("reasons.whyBestRegret", { regret: number(regret) })}</Reason>
      {worth <= 0 && <Reason>{worth < 0 ? t("reasons.whyBestHarms") : t("reasons.whyBestNothing")}</Reason>}
      {robustness !== undefined && <Reason>{words[robustness]}</Reason>}
    </>
  );
};

export const WhyBudget = ({ reading }: { readonly reading: Reading }) => {
  const { t } = useText();
  const budget = useBudgetWords();
  if (reading.state !== "known") return <Reason>{t("reasons.whyBudgetOther")}</Reason>;
  return (
    <>
      {budget !== undefined && <Reason>{t("reasons.whyBudget", { budget })}</Reason>}
      <Reason>{reading.value === 1 ? t("reasons.whyBudgetIn", { n: reading.n }) : t("reasons.whyBudgetOut")}</Reason>
      {reading.isTied === true && <Reason>{t("reasons.whyBudgetTied")}</Reason>}
    </>
  );
};

/** "3,000 €", "40 hours"; undefined once there is no budget. */
const useBudgetWords = (): string | undefined => {
  const { t } = useText();
  const { budget } = useWorkshop();
  if (budget === undefined) return undefined;
  const { amount: n, unit } = budget;
  const words = {
    euro: t("reasons.euros", { n }),
    hour: t("reasons.hours", { n }),
    point: t("reasons.points", { n }),
  } as const;
  return words[unit];
};

import type { Card, Reading } from "@palabre/shared/terms";
import { isUnheardBefore } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useWorkshop } from "../state/index.ts";
import { Button, ListenIcon } from "../ui/index.ts";
import { queryText } from "./query/index.ts";
import { queryOf } from "./queryOf.ts";
import { Reason } from "./Reason.tsx";
import css from "./Reasons.module.css";

/** "Why?": how many, over which days, from where, and how it is computed, in plain sentences. */
export const WhyMentions = ({ card, reading }: { readonly card: Card; readonly reading: Reading }) => {
  const text = useText();
  const { t } = text;
  const { ui } = useBoard();
  const { language } = useWorkshop();
  const query = queryOf(card, language);
  return (
    <>
      <Reason>{t("reasons.whyMentions", { terms: queryText(query, text) })}</Reason>
      <Counted reading={reading} />
      <Origin reading={reading} />
      <span>
        <Button size="s" icon={ListenIcon} onPress={() => ui.set({ panel: "listen", postFilter: { query } })}>
          {t("reasons.readPosts", { n: reading.total ?? reading.n })}
        </Button>
      </span>
    </>
  );
};

export const WhyTrend = ({ reading }: { readonly reading: Reading }) => {
  const { t, number } = useText();
  const before = reading.previous ?? 0;
  const now = reading.n - before;
  return (
    <>
      <Reason>
        {reading.state === "known"
          ? t("reasons.whyTrend", { n: now, before })
          : isUnheardBefore(reading)
            ? t("reasons.whyTrendUnheard")
            : reading.state === "insufficient"
              ? t("reasons.whyTrendFew", { n: reading.n, needs: reading.needs ?? 0 })
              : t("reasons.whyTrendNew", { n: now })}
      </Reason>
      <Counted reading={reading} />
      <Reason>
        <b>n = {number(reading.n)}</b> {t("reasons.bothPeriods")}
      </Reason>
      <Origin reading={reading} />
    </>
  );
};

export const WhyRoi = ({ card, reading }: { readonly card: Pick<Card, "attributes">; readonly reading: Reading }) => {
  const { t, number, percent } = useText();
  const { cost = 0, gain = 0 } = card.attributes;
  return (
    <>
      <Reason>
        {reading.state === "known" && reading.value !== undefined
          ? t("reasons.whyRoi", {
              cost,
              gain,
              left: number(gain - cost),
              roi: percent(reading.value, { isSigned: true }),
            })
          : t("reasons.whyRoiUndefined")}
      </Reason>
      <Reason>{t("reasons.whyEstimate")}</Reason>
    </>
  );
};

const Counted = ({ reading }: { readonly reading: Reading }) => {
  const { t, date, number } = useText();
  if (reading.from === undefined || reading.to === undefined) return null;
  return (
    <Reason>
      {reading.measure === "mentions" && <b>n = {number(reading.n)}. </b>}
      {t("reasons.days", { from: date(reading.from), to: date(reading.to) })}
    </Reason>
  );
};

/** Which source gave how many; nothing for what is read from the board. */
const Origin = ({ reading }: { readonly reading: Reading }) => {
  const { t, number } = useText();
  if (reading.origin.length === 0) return null;
  return (
    <ul className={css["origin"]} aria-label={t("reasons.origin")}>
      {reading.origin.map(({ source, name, n }) => (
        <li key={source}>
          <span>{name === "" ? t("panel.sourceGone") : name}</span>
          <b>{number(n)}</b>
        </li>
      ))}
    </ul>
  );
};

import type { Reading } from "@palabre/shared/terms";
import { FigureRow, figureOf, TooFew } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { Reason } from "./Reason.tsx";

interface RowProps {
  readonly reading: Reading;
}

const TooFewRead = () => <TooFew>{useText().t("figures.fewShort")}</TooFew>;

/** How many posts it is of, or how many it would take. */
const useNote = ({ n, needs }: Reading): string => {
  const { t, number } = useText();
  return needs === undefined ? t("reasons.postsRead", { n }) : `n = ${number(n)}, ${t("figures.fewNeeded", { needs })}`;
};

/** What those who speak of an expectation feel. */
export const FeelingRow = ({ reading }: RowProps) => {
  const { t, signed } = useText();
  const { value, feelings } = reading;
  const note = useNote(reading);
  return (
    <FigureRow
      label={t("reasons.feeling")}
      value={value === undefined ? <TooFewRead /> : signed(value)}
      note={feelings ? t("reasons.feelings", feelings) : note}
      why={<Reason>{t("reasons.whyFeeling")}</Reason>}
      figure={figureOf(reading)}
    />
  );
};

/** How many of them ask, wish or report a problem. */
export const ExpectingRow = ({ reading }: RowProps) => {
  const { t, percent } = useText();
  return (
    <FigureRow
      label={t("reasons.expecting")}
      value={reading.value === undefined ? <TooFewRead /> : percent(reading.value)}
      note={useNote(reading)}
      why={<Reason>{t("reasons.whyExpecting")}</Reason>}
      figure={figureOf(reading)}
    />
  );
};

/** What others did with their posts; nothing where no source counts it. */
export const EngagementRow = ({ reading }: RowProps) => {
  const { t, number } = useText();
  if (reading.value === undefined || !reading.levels) return null;
  const { react, talk, contribute } = reading.levels;
  const said = [
    ...(react === undefined ? [] : [t("reasons.engagementReact", { n: react })]),
    ...(talk === undefined ? [] : [t("reasons.engagementTalk", { n: talk })]),
    ...(contribute === undefined ? [] : [t("reasons.engagementContribute", { n: contribute })]),
  ];
  return (
    <FigureRow
      label={t("reasons.engagement")}
      value={number(reading.value)}
      note={said.join(", ")}
      why={<Reason>{t("reasons.whyEngagement", { n: reading.n })}</Reason>}
      figure={figureOf(reading)}
    />
  );
};

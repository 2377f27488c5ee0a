import type { Robustness } from "@palabre/shared/analysis/decision";
import type { CardId } from "@palabre/shared/terms";
import { useText, type Text } from "../../i18n/index.ts";
import { useGroupWeights, useSnapshot } from "../../state/index.ts";
import { BareButton } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { ChartFrame, type ChartTable } from "./ChartFrame.tsx";
import { peopleWords, robustWords } from "./choiceWords.ts";
import { DecidingList } from "./DecidingList.tsx";
import { Sentence } from "./Sentence.tsx";
import { plainOf, shortTitle } from "./titles.ts";
import { useGoTo } from "./useGoTo.ts";
import { useRobustness } from "./useRobustness.ts";
import css from "./Choice.module.css";

/** Bars that are drawn; what stays best less often than these is in the figures. */
const BARS = 6;
/** Places of the table of ranks; those behind are one column's worth of nothing. */
const RANKS = 3;

/** Whether the best strategy stays the best when people are drawn again, and what that hangs on. */
export const RobustSection = () => {
  const text = useText();
  const { t, percent } = text;
  const { cards } = useSnapshot();
  const goTo = useGoTo();
  const isWeighed = useGroupWeights().size > 0;
  const robustness = useRobustness();
  if (robustness === undefined) return null;
  if (typeof robustness === "string")
    return (
      <Section title={t("choice.robust")}>
        <p className={css["none"]}>{t(robustness === "beyond" ? "choice.robustBeyond" : "choice.robustComputing")}</p>
      </Section>
    );
  if (robustness.strategies.size < 2) return null;
  const rows = [...robustness.strategies].toSorted(([, a], [, b]) => b.best - a.best);
  const says = robustWords(robustness, cards, text);
  const title = (id: CardId) => shortTitle(cards.get(id), text);
  return (
    <Section title={t("choice.robust")}>
      <ChartFrame
        alternative={plainOf(t("choice.robustText", { n: rows.length, says }))}
        sentence={<Sentence of={says} />}
        table={tableOf(robustness, rows, title, text)}
        fileName={t("choice.fileRobust")}
      >
        <ul className={css["bars"]}>
          {rows.slice(0, BARS).map(([id, { best, low, high }]) => (
            <li key={id}>
              <BareButton className={css["bar"]} onPress={() => goTo(id)}>
                <span className={css["name"]}>{title(id)}</span>
                <span className={css["track"]} aria-hidden="true">
                  <i className={css["fill"]} style={{ width: `${100 * best}%` }} />
                  <i className={css["whisker"]} style={{ left: `${100 * low}%`, width: `${100 * (high - low)}%` }} />
                </span>
                <span className={css["share"]}>{percent(best)}</span>
              </BareButton>
            </li>
          ))}
        </ul>
        {rows.length > BARS && <p className={css["basis"]}>{t("choice.robustMore", { n: rows.length - BARS })}</p>}
      </ChartFrame>
      <p className={css["basis"]}>
        {t("choice.robustBasis")} {peopleWords(robustness, isWeighed, text)}
      </p>
      <DecidingList robustness={robustness} />
    </Section>
  );
};

function tableOf(
  { strategies }: Robustness,
  rows: readonly (readonly [CardId, NonNullable<ReturnType<Robustness["strategies"]["get"]>>])[],
  title: (id: CardId) => string,
  { t, percent, number }: Text,
): ChartTable {
  const share = (value: number) => ({ shown: percent(value), value });
  const told = Math.max(0, ...[...strategies.values()].map(({ ranks: own }) => own.length));
  const ranks = Array.from({ length: Math.min(RANKS, told) }, (_, i) => i);
  return {
    columns: [
      t("choice.strategy"),
      t("choice.bestColumn"),
      t("choice.intervalColumn"),
      ...ranks.map((rank) => t("choice.rankth", { n: rank + 1 })),
      t("choice.regret"),
    ],
    rows: rows.map(([id, { best, low, high, regret, ranks: at }]) => [
      title(id),
      share(best),
      { shown: t("choice.interval", { low: percent(low), high: percent(high) }), value: `${low} – ${high}` },
      ...ranks.map((rank) => share(at[rank] ?? 0)),
      { shown: number(regret), value: regret },
    ]),
  };
}

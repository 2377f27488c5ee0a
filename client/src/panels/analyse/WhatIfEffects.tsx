import { readMap } from "@palabre/shared/analysis/structure";
import { useMemo, useState } from "react";
import { titleOf, type Card, type CardId } from "@palabre/shared/terms";
import { kindWord } from "../../figures/index.ts";
import { useText, type MessageKey, type Text } from "../../i18n/index.ts";
import { effectWords } from "../../overlays/index.ts";
import { useGroupWeights, useSnapshot, type Hypothesis } from "../../state/index.ts";
import { Button } from "../../ui/index.ts";
import { ChartFrame, type ChartTable } from "./ChartFrame.tsx";
import { EffectRow } from "./EffectRow.tsx";
import { listEffects, type Effect } from "./listEffects.ts";
import { settlesWords } from "./settlesWords.ts";
import { whyStill, type Stillness } from "./whyStill.ts";
import css from "./WhatIf.module.css";

export interface WhatIfEffectsProps {
  readonly hypothesis: Hypothesis;
  readonly cards: readonly Card[];
}

/** Rows that stand there at once. */
const SHOWN_AT_ONCE = 8;

/** Where the map settles: a sentence, then what moves, the largest first. */
export const WhatIfEffects = ({ hypothesis, cards }: WhatIfEffectsProps) => {
  const text = useText();
  const { t } = text;
  const { answer, kept } = hypothesis;
  const [isWhole, setWhole] = useState(false);
  const snapshot = useSnapshot();
  const weights = useGroupWeights();
  const effects = useMemo(
    () =>
      answer
        ? listEffects(
            cards,
            hypothesis.levels,
            answer.effects,
            kept?.answer && { levels: kept.levels, effects: kept.answer.effects },
          )
        : [],
    [cards, hypothesis.levels, answer, kept],
  );
  const titles = useMemo(
    () => new Map(cards.map((card) => [card.id, titleOf(card) || t("panel.untitled")])),
    [cards, t],
  );
  if (!answer) return <p className={css["hint"]}>{t("whatIf.answering")}</p>;
  const shown = isWhole ? effects : effects.slice(0, SHOWN_AT_ONCE);
  const isFree = ({ id }: Card) => [hypothesis, kept].every((each) => (each?.levels.get(id) ?? 0) === 0);
  const still = cards.filter(isFree).length - effects.length;
  const verdict =
    settlesWords(cards, hypothesis.levels, answer.effects, text) ??
    t(STILL[whyStill(readMap(snapshot, weights), hypothesis.levels, answer.effects)]);
  return (
    <div className={css["effects"]}>
      <p className={css["verdict"]} role="status">
        {verdict}
      </p>
      {answer.outcome !== "settled" && <p className={css["caution"]}>{t(OUTCOMES[answer.outcome])}</p>}
      {effects.length > 0 && (
        <ChartFrame
          alternative={t("whatIf.alternative", { n: effects.length, verdict })}
          table={tableOf(effects, titles, text)}
          fileName={t("whatIf.fileName")}
        >
          <ul className={css["rows"]} aria-label={t("whatIf.table")}>
            {shown.map((effect) => (
              <EffectRow
                key={effect.card.id}
                effect={effect}
                levels={hypothesis.levels}
                titles={titles}
                isCompared={kept !== undefined}
              />
            ))}
          </ul>
          {effects.length > shown.length && (
            <Button size="s" tone="quiet" onPress={() => setWhole(true)}>
              {t("whatIf.showAll", { n: effects.length - shown.length })}
            </Button>
          )}
          {still > 0 && <p className={css["hint"]}>{t("whatIf.rest", { n: still })}</p>}
        </ChartFrame>
      )}
    </div>
  );
};

const STILL = {
  unlinked: "whatIf.nothingMoves",
  silent: "whatIf.groupSaysNone",
  cancels: "whatIf.cancelsOut",
  small: "whatIf.tooSmall",
} as const satisfies Readonly<Record<Stillness, MessageKey>>;
const OUTCOMES = {
  oscillates: "whatIf.oscillates",
  unsettled: "whatIf.unsettled",
  "depends-on-start": "whatIf.dependsOnStart",
} as const;

const tableOf = (effects: readonly Effect[], titles: ReadonlyMap<CardId, string>, text: Text): ChartTable => ({
  columns: [text.t("whatIf.card"), text.t("whatIf.kind"), text.t("whatIf.effect"), text.t("whatIf.words")],
  rows: effects.map(({ card, value, step }) => [
    titles.get(card.id) ?? "",
    kindWord({ kind: card.kind }, text),
    { shown: text.signed(value, { exactly: 2 }), value },
    effectWords(step, text),
  ]),
});

import { titleOf } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { isSameSupposition, isSupposing, listOf, supposedIn } from "../../overlays/index.ts";
import { useBoard, useSnapshot, type Hypothesis } from "../../state/index.ts";
import { Button } from "../../ui/index.ts";
import css from "./WhatIf.module.css";

/** Keeps what is supposed now as A, so that what is supposed next is compared with it. */
export const KeptHypothesis = ({ hypothesis }: { readonly hypothesis: Hypothesis }) => {
  const text = useText();
  const { t, percent } = text;
  const { ui } = useBoard();
  const { cards } = useSnapshot();
  const { answer, kept } = hypothesis;
  // kept with what is in the trash now, which counts again when it comes back
  const keep = (isKept: boolean): void => {
    const whole = ui.get().hypothesis;
    if (whole) ui.set({ hypothesis: { ...whole, kept: isKept ? { levels: whole.levels, answer } : undefined } });
  };
  const names = supposedIn(kept ?? { levels: new Map() }).flatMap(([id, level]) => {
    const card = cards.get(id);
    return card ? [t("whatIf.slipPart", { title: titleOf(card) || t("card.untitled"), level: percent(level) })] : [];
  });
  return (
    <>
      {answer && isSupposing(hypothesis) && !(kept && isSameSupposition(kept, hypothesis)) && (
        <Button size="s" onPress={() => keep(true)}>
          {t("whatIf.compareOn")}
        </Button>
      )}
      {kept && (
        <>
          <Button size="s" tone="quiet" onPress={() => keep(false)}>
            {t("whatIf.compareOff")}
          </Button>
          <p className={css["kept"]}>
            {t("whatIf.compareWith", { supposed: listOf(names, text) })} {t("whatIf.compareNote")}
          </p>
        </>
      )}
    </>
  );
};

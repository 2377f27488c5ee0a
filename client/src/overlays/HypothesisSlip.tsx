import { titleOf } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot, useUi, type Hypothesis } from "../state/index.ts";
import { Button, classes, Keys } from "../ui/index.ts";
import { listOf } from "./listOf.ts";
import { stopSupposing } from "./stopSupposing.ts";
import { isSupposing, supposedIn } from "./suppose.ts";
import { useHypothesis } from "./useHypothesis.ts";
import css from "./HypothesisSlip.module.css";

/** Over the head of the canvas while something is supposed: what, that nothing of it is on the board, and the way out. */
export const HypothesisSlip = () => {
  const hypothesis = useHypothesis();
  return hypothesis && isSupposing(hypothesis) ? <Slip hypothesis={hypothesis} /> : null;
};

const Slip = ({ hypothesis }: { readonly hypothesis: Hypothesis }) => {
  const text = useText();
  const { t, percent } = text;
  const board = useBoard();
  const { cards } = useSnapshot();
  const isCovered = useUi((ui) => ui.panel !== undefined);
  const supposed = supposedIn(hypothesis).flatMap(([id, level]) => {
    const card = cards.get(id);
    if (!card) return [];
    const title = titleOf(card) || t("card.untitled");
    const isFull = card.kind === "strategy" && level === 1;
    return [
      isFull ? title : t("whatIf.slipPart", { title, level: percent(level, { isSigned: card.kind !== "strategy" }) }),
    ];
  });
  return (
    <section className={classes(css["slip"], isCovered && css["covered"])} aria-label={t("whatIf.title")} data-what-if>
      <p>
        <b>{t("whatIf.slip")}</b> <span className={css["what"]}>{listOf(supposed, text)}</span>
      </p>
      <small>{t("whatIf.slipNote")}</small>
      <Button size="s" onPress={() => stopSupposing(board, text)}>
        {t("whatIf.stop")} <Keys>{t("canvas.keyEscape")}</Keys>
      </Button>
    </section>
  );
};

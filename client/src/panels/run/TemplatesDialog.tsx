import { templateContents, templateFace } from "@palabre/shared/facilitation/library";
import { TEMPLATES, type TemplateName } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, viewOf } from "../../state/index.ts";
import { Dialog, showToast } from "../../ui/index.ts";
import { listedOf, phasesOf } from "./fromTemplate.ts";
import { spanWords } from "./spanWords.ts";
import css from "./TemplatesDialog.module.css";
import { useAgenda } from "./useAgenda.ts";

/** The sample is its posts, which come with a board of its own. */
const OFFERED = TEMPLATES.filter((name) => name !== "repair-cafe");

/** The templates, to begin an empty board with: their cards, and their steps where there is no agenda yet. */
export const TemplatesDialog = () => {
  const text = useText();
  const { t, language } = text;
  const board = useBoard();
  const { phases, edit } = useAgenda();
  const hasAgenda = phases.length > 0;
  const close = () => board.ui.set({ dialog: undefined });
  const take = (template: TemplateName): void => {
    close();
    const contents = templateContents(template, language, Date.now());
    const { cards, links } = listedOf(contents);
    const ids = board.commands.addCards(cards, links);
    const [first] = ids;
    if (first === undefined) return;
    board.commands.select([]);
    const lookOf = (key: string) => ids[contents.cards.findIndex((card) => card.key === key)];
    if (!hasAgenda) edit({ type: "replace", phases: phasesOf(contents, lookOf) });
    const takeBack = () => {
      if (!hasAgenda) edit({ type: "replace", phases: [] });
      const n = board.commands.takeAway(ids);
      if (n > 0) showToast({ text: t("canvas.undoSkipped", { n }) });
    };
    const { name } = templateFace(template, language);
    showToast({
      text: t("run.laid", { name, n: ids.length }),
      action: { label: t("frame.undo"), onAction: takeBack },
    });
    // once the dialog has given the keyboard back
    requestAnimationFrame(() => requestAnimationFrame(() => viewOf(board)?.focusCard(first)));
  };
  return (
    <Dialog title={t("canvas.takeTemplate")} isOpen onClose={close}>
      <p className={css["hint"]}>{t(hasAgenda ? "run.templatesKeep" : "run.templatesHint")}</p>
      <ul className={css["list"]} lang={language}>
        {OFFERED.map((template) => {
          const { name, goal, minutes, agenda } = templateFace(template, language);
          return (
            <li key={template}>
              <button type="button" className={css["template"]} onClick={() => take(template)}>
                <b className={css["name"]}>{name}</b>
                <small className={css["facts"]}>
                  {t("run.templateFacts", { n: agenda.length, span: spanWords(minutes, text) })}
                </small>
                <span className={css["goal"]}>{goal}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
};

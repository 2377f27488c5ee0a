import { useText } from "../i18n/index.ts";
import { usePanels } from "../panels/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { BareButton, classes, Icon, Tooltip } from "../ui/index.ts";
import css from "./IndexTabs.module.css";

/** The notebook's tabs: each opens its panel beside the board, and closes it again. */
export const IndexTabs = ({ isWide }: { readonly isWide: boolean }) => {
  const { t } = useText();
  const { ui } = useBoard();
  const panels = usePanels();
  const open = useUi(({ panel }) => panel);
  return (
    <nav className={css["tabs"]} aria-label={t("board.notebook")}>
      {panels.map(({ id, icon, label, alerts = 0 }) => {
        const isOpen = open === id;
        const tab = (
          <BareButton
            key={id}
            className={classes(css["tab"], isOpen && css["open"])}
            aria-expanded={isOpen}
            onPress={() => ui.set({ panel: isOpen ? undefined : id })}
          >
            <Icon of={icon} size="tool" />
            <span className={isWide ? "" : "sr"}>{t(label)}</span>
            {alerts > 0 && (
              <span className={css["alerts"]}>
                <span aria-hidden="true">{alerts}</span>
                <span className="sr">{t("panel.alerts", { n: alerts })}</span>
              </span>
            )}
          </BareButton>
        );
        return isWide ? (
          tab
        ) : (
          <Tooltip key={id} text={t(label)} placement="left">
            {tab}
          </Tooltip>
        );
      })}
    </nav>
  );
};

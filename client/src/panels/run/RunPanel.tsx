import { useText } from "../../i18n/index.ts";
import { Icon, RunIcon } from "../../ui/index.ts";
import { PanelHead } from "../pieces/index.ts";
import { SECTIONS } from "./sections.ts";
import css from "./RunPanel.module.css";

/** The facilitator's own panel: what happens now, what comes, and what holds for the room. */
export const RunPanel = () => {
  const { t } = useText();
  return (
    <>
      <PanelHead>
        <h2 className={css["title"]}>
          <Icon of={RunIcon} size="control" />
          {t("panel.tabRun")}
        </h2>
      </PanelHead>
      {SECTIONS.map((Section, place) => (
        <Section key={place} />
      ))}
    </>
  );
};

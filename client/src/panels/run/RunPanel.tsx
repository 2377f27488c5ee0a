import type { PhaseId } from "@palabre/shared/terms";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { Icon, RunIcon } from "../../ui/index.ts";
import { PanelHead } from "../pieces/index.ts";
import { PhaseEditor } from "./PhaseEditor.tsx";
import { SECTIONS } from "./sections.ts";
import { useAgenda } from "./useAgenda.ts";
import css from "./RunPanel.module.css";

/** The facilitator's own panel: what happens now, what comes, and what holds for the room; or one step, to be written in. */
export const RunPanel = () => {
  const { t } = useText();
  const [edited, setEdited] = useState<PhaseId>();
  const phase = useAgenda().phases.find(({ id }) => id === edited);
  return (
    <>
      <PanelHead>
        <h2 className={css["title"]}>
          <Icon of={RunIcon} size="control" />
          {t("panel.tabRun")}
        </h2>
      </PanelHead>
      {phase ? (
        <PhaseEditor key={phase.id} phase={phase} onBack={() => setEdited(undefined)} />
      ) : (
        SECTIONS.map((Section, place) => <Section key={place} onEdit={setEdited} />)
      )}
    </>
  );
};

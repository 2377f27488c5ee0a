import { useState } from "react";
import type { VersionFacts } from "@palabre/shared/protocol";
import { useText } from "../i18n/index.ts";
import { HistoryIcon, Icon } from "../ui/index.ts";
import { CompareVersions } from "./CompareVersions.tsx";
import { HistoryTimeline } from "./HistoryTimeline.tsx";
import { PanelHead } from "./pieces/index.ts";
import { useVersions } from "./useVersions.ts";
import css from "./HistoryPanel.module.css";

/** The kept states of the board: looked at, compared, and brought back by facilitators. */
export const HistoryPanel = () => {
  const { t } = useText();
  const list = useVersions();
  const [compared, setCompared] = useState<VersionFacts>();
  return (
    <>
      <PanelHead>
        <span className={css["kind"]}>
          <Icon of={HistoryIcon} size="card" />
          {t("panel.tabHistory")}
        </span>
      </PanelHead>
      {compared ? (
        <CompareVersions
          key={compared.id}
          from={compared}
          versions={list.versions ?? []}
          onBack={() => setCompared(undefined)}
        />
      ) : (
        <HistoryTimeline list={list} onCompare={setCompared} />
      )}
    </>
  );
};

import { mayFacilitate } from "@palabre/shared/facilitation";
import type { VersionFacts } from "@palabre/shared/protocol";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { Button, EmptyState, HistoryIcon, PeopleIcon, RetryIcon } from "../ui/index.ts";
import { HistoryDays } from "./HistoryDays.tsx";
import { HourOfVersions } from "./HourOfVersions.tsx";
import { dayWords } from "./historyWords.ts";
import { KeepVersion } from "./KeepVersion.tsx";
import { PanelTitle, useNow } from "./pieces/index.ts";
import type { VersionList } from "./useVersions.ts";
import { groupVersions } from "./versionGroups.ts";
import { VersionRow } from "./VersionRow.tsx";
import css from "./HistoryPanel.module.css";

export interface HistoryTimelineProps {
  readonly list: VersionList;
  readonly onCompare: (version: VersionFacts) => void;
}

/** All versions by day, newest first, and what facilitators do with the history as a whole. */
export const HistoryTimeline = ({ list, onCompare }: HistoryTimelineProps) => {
  const { t, error } = useText();
  const { me, ui } = useBoard();
  const isFacilitator = mayFacilitate(me.role);
  return (
    <>
      <PanelTitle>{t("history.title")}</PanelTitle>
      {isFacilitator && <KeepVersion onKept={list.reload} />}
      {list.fault && (
        <div className={css["fault"]} role="alert">
          <p>{error(list.fault)}</p>
          <Button size="s" icon={RetryIcon} onPress={list.reload}>
            {t("frame.retry")}
          </Button>
        </div>
      )}
      {list.versions === undefined && !list.fault && <p className={css["loading"]}>{t("frame.loading")}</p>}
      {list.versions?.length === 0 && <EmptyState isPlain icon={HistoryIcon} text={t("history.empty")} />}
      <Days list={list} onCompare={onCompare} />
      {list.hasMore && (
        <Button size="s" isWide isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t("history.earlier")}
        </Button>
      )}
      {list.historyDays !== undefined && (
        <footer className={css["foot"]}>
          <HistoryDays days={list.historyDays} onChanged={list.reload} />
          {isFacilitator && (
            <Button
              size="s"
              tone="quiet"
              icon={PeopleIcon}
              onPress={() => ui.set({ dialog: "undoPerson", undoing: undefined })}
            >
              {t("history.undoSomeone")}
            </Button>
          )}
        </footer>
      )}
    </>
  );
};

const Days = ({ list, onCompare }: HistoryTimelineProps) => {
  const text = useText();
  const now = useNow();
  return groupVersions(list.versions ?? [], !list.hasMore).map((day) => (
    <section key={day.at} className={css["day"]}>
      <h3>{dayWords(day.at, now, text)}</h3>
      <ul>
        {day.entries.map((entry) =>
          entry.type === "version" ? (
            <li key={entry.listed.version.id}>
              <VersionRow listed={entry.listed} onCompare={onCompare} onDropped={list.leaveOut} />
            </li>
          ) : (
            <li key={`hour-${entry.listed.at(-1)?.version.id ?? ""}`}>
              <HourOfVersions versions={entry.listed} onCompare={onCompare} onDropped={list.leaveOut} />
            </li>
          ),
        )}
      </ul>
    </section>
  ));
};

import { useSyncExternalStore } from "react";
import { useText } from "../i18n/index.ts";
import { NOTICE_LEVELS, noticeSettings, onNotices, setNotices, useBoard } from "../state/index.ts";
import { Dialog, SegmentedControl, Switch } from "../ui/index.ts";
import css from "./NoticesDialog.module.css";

/** How much is read aloud of what others do; kept on this device. */
export const NoticesDialog = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const settings = useSyncExternalStore(onNotices, noticeSettings);
  const words = { off: t("notices.off"), near: t("notices.near"), all: t("notices.all") };
  return (
    <Dialog size="s" title={t("notices.title")} isOpen onClose={() => ui.set({ dialog: undefined })}>
      <div className={css["notices"]}>
        <p>{t("notices.intro")}</p>
        <div className={css["row"]}>
          <b>{t("notices.changes")}</b>
          <SegmentedControl
            isWide
            label={t("notices.changes")}
            value={settings.changes}
            onChange={(changes) => setNotices({ changes })}
            choices={NOTICE_LEVELS.map((id) => ({ id, label: words[id] }))}
          />
          <p className={css["hint"]}>{t("notices.nearHint")}</p>
        </div>
        <Switch
          label={t("notices.people")}
          isSelected={settings.people}
          onChange={(people) => setNotices({ people })}
        />
      </div>
    </Dialog>
  );
};

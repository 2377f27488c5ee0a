import { useSyncExternalStore } from "react";
import { useText } from "../i18n/index.ts";
import { NOTICE_LEVELS, noticeSettings, onNotices, setNotices, useBoard, useOthers, useUi } from "../state/index.ts";
import { Button, Dialog, SegmentedControl, Select, Switch } from "../ui/index.ts";
import css from "./NoticesDialog.module.css";

/** How much is read aloud of what others do; kept on this device. */
export const NoticesDialog = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const settings = useSyncExternalStore(onNotices, noticeSettings);
  const words = { off: t("notices.off"), near: t("notices.near"), all: t("notices.all") };
  const choices = NOTICE_LEVELS.map((id) => ({ id, label: words[id] }));
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
            choices={choices}
          />
          <p className={css["hint"]}>{t("notices.nearHint")}</p>
        </div>
        <FollowedByEar />
        <div className={css["row"]}>
          <b>{t("notices.figures")}</b>
          <SegmentedControl
            isWide
            label={t("notices.figures")}
            value={settings.figures}
            onChange={(figures) => setNotices({ figures })}
            choices={choices}
          />
          <p className={css["hint"]}>{t("notices.figuresHint")}</p>
        </div>
        <div className={css["row"]}>
          <Switch
            label={t("notices.people")}
            isSelected={settings.people}
            onChange={(people) => setNotices({ people })}
          />
          <Switch label={t("notices.votes")} isSelected={settings.votes} onChange={(votes) => setNotices({ votes })} />
        </div>
      </div>
    </Dialog>
  );
};

const NOBODY = "nobody";
/** Whose changes are told wherever they are, for as long as this page is open, and the way to the last of them. */
const FollowedByEar = () => {
  const { t } = useText();
  const { me, ui } = useBoard();
  const heard = useUi((state) => state.heard);
  const heardAt = useUi((state) => state.heardAt);
  // what comes from a phone is written by the server, on no page of theirs
  const others = useOthers().filter(({ presence }) => presence.phone !== true);
  const names = new Map(others.map(({ presence: { user } }) => [user.person, user.name] as const));
  names.delete(me.person);
  return (
    <div className={css["row"]}>
      <Select
        label={t("notices.heard")}
        choices={[
          { id: NOBODY, label: t("notices.nobody") },
          ...[...names].map(([id, label]) => ({ id: id as string, label })),
        ]}
        value={heard ?? NOBODY}
        onChange={(person) => ui.set({ heard: [...names.keys()].find((one) => one === person), heardAt: undefined })}
      />
      <p className={css["hint"]}>{t("notices.heardHint")}</p>
      {heardAt !== undefined && (
        <Button size="s" onPress={() => ui.set({ dialog: undefined, lookAt: { card: heardAt } })}>
          {t("notices.goHeard")}
        </Button>
      )}
    </div>
  );
};

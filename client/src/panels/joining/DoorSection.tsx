import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, QrIcon, Switch } from "../../ui/index.ts";
import { WaitingList } from "./WaitingList.tsx";
import { useDoor } from "./useDoor.ts";
import css from "./Door.module.css";

/** The door of the board: the slide that a room joins by, the waiting room, and who stands in it. */
export const DoorSection = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const door = useDoor();
  return (
    <div>
      <div className={css["ways"]}>
        <div className={css["row"]}>
          <Button tone="leaf" icon={QrIcon} onPress={() => ui.set({ isSharing: false, dialog: "slide" })}>
            {t("slide.show")}
          </Button>
          <small>{t("slide.intro")}</small>
        </div>
        <div className={css["row"]}>
          <Switch label={t("slide.waitingRoom")} isSelected={door.hasWaitingRoom} onChange={door.setWaitingRoom} />
          <small>{t("slide.waitingRoomHint")}</small>
        </div>
      </div>
      {(door.hasWaitingRoom || door.refused.length > 0 || door.waiting.length > 0) && <WaitingList door={door} />}
    </div>
  );
};

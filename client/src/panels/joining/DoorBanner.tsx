import { useEffect, useRef } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { announce, Button, Icon, PeopleIcon } from "../../ui/index.ts";
import { useDoor } from "./useDoor.ts";
import css from "./Door.module.css";

/** Tells facilitators, whatever they are doing, that somebody waits; one press opens the door to all of them. */
export const DoorBanner = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const { waiting, admitAll } = useDoor();
  const n = waiting.length;
  const told = useRef(0);
  const words = n === 0 ? undefined : t("slide.banner", { n, name: waiting[0]?.name ?? "" });
  useEffect(() => {
    // who went is no news; of those who come to a crowd the latest count says enough
    if (words !== undefined && n > told.current) announce(words, told.current === 0 ? "kept" : "polite");
    told.current = n;
  }, [n, words]);
  if (words === undefined) return null;
  return (
    <div className={css["banner"]} data-banner="door">
      <Icon of={PeopleIcon} />
      <p>{words}</p>
      <span className={css["acts"]}>
        <Button size="s" tone="quiet" onPress={() => ui.set({ panel: "run" })}>
          {t("slide.door")}
        </Button>
        <Button size="s" onPress={admitAll}>
          {t("slide.admitAll", { n })}
        </Button>
      </span>
    </div>
  );
};

import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { announce, classes, Icon, PeopleIcon, SavedIcon, UnreachableIcon } from "../ui/index.ts";
import type { PocketState } from "./openPocket.ts";
import css from "./Pocket.module.css";

/** The truth about the line: whether what is shown is how things are, and what has not reached the server yet. */
export const StatusFoot = ({ state }: { readonly state: PocketState }) => {
  const { t, date } = useText();
  const { isLive, isLasting, savedAt, waiting, view } = state;
  const n = waiting.filter((each) => each.state === "waiting").length;
  const undecided = waiting.filter((each) => each.type === "idea" && each.state !== "waiting").length;
  const wasLive = useRef(isLive);
  useEffect(() => {
    if (wasLive.current && !isLive) announce(t("pocket.connecting"), "assertive");
    wasLive.current = isLive;
  }, [isLive, t]);
  const words = !isLive
    ? [t("pocket.connecting"), ...(n > 0 ? [t("pocket.unsent", { n })] : [])].join(" ")
    : n > 0
      ? t("pocket.underway", { n })
      : savedAt === undefined
        ? t("pocket.connected")
        : t("pocket.saved", { time: date(savedAt, "time") });
  return (
    <footer className={css["foot"]}>
      {view.waiting && view.waiting.ideas > 0 && (
        <p>
          <Icon of={PeopleIcon} size="card" />
          {t("pocket.others", { n: view.waiting.ideas })}
        </p>
      )}
      <p className={classes(!isLive && css["isLost"])} data-line={isLive ? "live" : "lost"}>
        <Icon of={isLive ? SavedIcon : UnreachableIcon} size="card" />
        {words}
      </p>
      {undecided > 0 && <p className={css["isLost"]}>{t("pocket.undecided", { n: undecided })}</p>}
      {!isLasting && n + undecided > 0 && <p className={css["isLost"]}>{t("pocket.onlyHere")}</p>}
      <a href={`${location.pathname.replace(/\/p\/([^/]+)\/?$/, "/b/$1")}`}>{t("pocket.board")}</a>
    </footer>
  );
};

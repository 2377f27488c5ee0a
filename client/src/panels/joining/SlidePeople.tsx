import type { CSSProperties } from "react";
import { useText } from "../../i18n/index.ts";
import { Button, Icon, PeopleIcon } from "../../ui/index.ts";
import { useArrived } from "./useArrived.ts";
import { useDoor } from "./useDoor.ts";
import css from "./Slide.module.css";

/** More names than this are counted. */
const NAMED = 40;

/** Who has come in, as it happens; and how many wait, for who can open the door from here. */
export const SlidePeople = () => {
  const { t } = useText();
  const people = useArrived();
  const { waiting, admitAll } = useDoor();
  const n = people.length;
  return (
    <footer className={css["people"]}>
      <div className={css["count"]}>
        <Icon of={PeopleIcon} size="tool" />
        <b>{n === 0 ? t("slide.hereNone") : t("slide.here", { n })}</b>
        {waiting.length > 0 && (
          <Button tone="leaf" onPress={admitAll}>
            {`${t("slide.waiting", { n: waiting.length })} · ${t("slide.admitAll", { n: waiting.length })}`}
          </Button>
        )}
      </div>
      <ul className={css["names"]}>
        {people.slice(0, NAMED).map(({ person, name, colour }) => (
          <li key={person} style={{ "--who": `var(--person-${colour})` } as CSSProperties}>
            {name}
          </li>
        ))}
        {n > NAMED && <li className={css["more"]}>+{n - NAMED}</li>}
      </ul>
    </footer>
  );
};

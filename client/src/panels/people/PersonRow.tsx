import type { ReactNode } from "react";
import { useText } from "../../i18n/index.ts";
import { Avatar, type PresentPerson } from "../../people/index.ts";
import { useBoard, useUi, useWorkshop } from "../../state/index.ts";
import { classes, LookIcon, ToggleIconButton } from "../../ui/index.ts";
import css from "./PeoplePanel.module.css";

export interface PersonRowProps {
  readonly person: PresentPerson;
  readonly isHere: boolean;
  /** what can be done about them */
  readonly children: ReactNode;
}

/** One person: colour, name, role, and what holds for them now. */
export const PersonRow = ({ person, isHere, children }: PersonRowProps) => {
  const { t } = useText();
  const { rules, together } = useWorkshop();
  const { person: id, role } = person;
  const facts = [
    t(`role.${role}`),
    person.isOnPhone && t("people.onPhone"),
    rules.muted.has(id) && t("people.muted"),
    together.hands.has(id) && t("people.handUp"),
    together.readyCheck?.ready.has(id) === true && t("people.ready"),
  ].filter((fact) => fact !== false);
  return (
    <li className={classes(css["row"], !isHere && css["away"])} data-person={id}>
      <Avatar person={person} />
      <span className={css["name"]}>
        {person.name}
        <small>{facts.join(" · ")}</small>
      </span>
      {isHere && !person.isOnPhone && <Follow person={person} />}
      {children}
    </li>
  );
};

const Follow = ({ person: { person, name } }: { readonly person: PresentPerson }) => {
  const { t } = useText();
  const { ui } = useBoard();
  const isFollowed = useUi(({ following }) => following === person);
  return (
    <ToggleIconButton
      size="s"
      label={isFollowed ? t("people.followStop", { name }) : t("people.follow", { name })}
      icon={LookIcon}
      isSelected={isFollowed}
      onChange={() => ui.set({ following: isFollowed ? undefined : person })}
    />
  );
};

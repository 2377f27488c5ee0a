import type { ReactNode } from "react";
import { useText } from "../../i18n/index.ts";
import { Avatar, type PresentPerson } from "../../people/index.ts";
import { useWorkshop } from "../../state/index.ts";
import { classes } from "../../ui/index.ts";
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
  const { muted } = useWorkshop().rules;
  const facts = [t(`role.${person.role}`), ...(muted.has(person.person) ? [t("people.muted")] : [])];
  return (
    <li className={classes(css["row"], !isHere && css["away"])} data-person={person.person}>
      <Avatar person={person} />
      <span className={css["name"]}>
        {person.name}
        <small>{facts.join(" · ")}</small>
      </span>
      {children}
    </li>
  );
};

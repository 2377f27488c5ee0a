import { useState } from "react";
import { mayFacilitate } from "@palabre/shared/facilitation";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { BareButton, Button, EditIcon, IconButton, Popover, Tooltip, UndoIcon } from "../ui/index.ts";
import { Avatar, MoreAvatar } from "./Avatar.tsx";
import { NameForm } from "./NameForm.tsx";
import type { PresentPerson } from "./presentPeople.ts";
import { useArrivals } from "./useArrivals.ts";
import { usePresentPeople } from "./usePresentPeople.ts";
import css from "./People.module.css";

/** Avatars drawn side by side, at most; the list behind them has everybody. */
const SHOWN = 4;

/** Who is here: a row of avatars that opens the list of names and roles, one's own to be changed. */
export const People = () => {
  const { t } = useText();
  const people = usePresentPeople();
  useArrivals(people);
  const count = t("board.people", { n: people.length });
  const names = people.map(({ name }) => name).join(", ");
  const trigger = (
    <Tooltip text={names}>
      <BareButton className={css["avatars"]} aria-label={`${count}: ${names}`}>
        {people.slice(0, SHOWN).map((person) => (
          <Avatar key={person.person} person={person} />
        ))}
        {people.length > SHOWN && <MoreAvatar n={people.length - SHOWN} />}
      </BareButton>
    </Tooltip>
  );
  return (
    <Popover label={count} trigger={trigger} placement="bottom end">
      {(close) => (
        <>
          <h2 className={css["count"]}>{count}</h2>
          <ul className={css["list"]}>
            {people.map((person) => (
              <PersonRow key={person.person} person={person} onClose={close} />
            ))}
          </ul>
        </>
      )}
    </Popover>
  );
};

const PersonRow = ({ person, onClose }: { readonly person: PresentPerson; readonly onClose: () => void }) => {
  const { t } = useText();
  const { me, ui } = useBoard();
  const [isNaming, setNaming] = useState(false);
  if (isNaming) {
    return (
      <li className={css["naming"]}>
        <NameForm name={person.name} onDone={() => setNaming(false)} />
      </li>
    );
  }
  return (
    <li className={css["row"]}>
      <Avatar person={person} />
      <span className={css["name"]}>
        {person.isMe ? t("board.you", { name: person.name }) : person.name}
        <small>{t(`role.${person.role}`)}</small>
      </span>
      {person.isMe && (
        <Button size="s" tone="quiet" icon={EditIcon} onPress={() => setNaming(true)}>
          {t("board.changeName")}
        </Button>
      )}
      {!person.isMe && mayFacilitate(me.role) && (
        <IconButton
          size="s"
          label={t("version.undoOf", { name: person.name })}
          icon={UndoIcon}
          onPress={() => {
            onClose();
            ui.set({ dialog: "undoPerson", undoing: person.person });
          }}
        />
      )}
    </li>
  );
};

import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { Avatar, NameForm, type PresentPerson } from "../../people/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, EditIcon } from "../../ui/index.ts";
import css from "./PeoplePanel.module.css";

/** Oneself, first: the name by which the others know one. */
export const Me = ({ me }: { readonly me: PresentPerson }) => {
  const { t } = useText();
  const boardId = useBoard().me.id;
  const [isNaming, setNaming] = useState(false);
  return (
    <div className={css["me"]}>
      {isNaming ? (
        <NameForm boardId={boardId} name={me.name} onDone={() => setNaming(false)} />
      ) : (
        <div className={css["row"]}>
          <Avatar person={me} />
          <span className={css["name"]}>
            {t("board.you", { name: me.name })}
            <small>{t(`role.${me.role}`)}</small>
          </span>
          <Button size="s" tone="quiet" icon={EditIcon} onPress={() => setNaming(true)}>
            {t("people.change")}
          </Button>
        </div>
      )}
    </div>
  );
};

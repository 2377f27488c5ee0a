import { useEffect, useRef, useState } from "react";
import type { BoardId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { NameForm } from "../people/index.ts";
import { Button, EditIcon } from "../ui/index.ts";
import css from "./WaitingPage.module.css";

/** The name that the facilitator sees: proposed, and changed with one tap. */
export const WaitingName = ({ boardId, name: given }: { readonly boardId: BoardId; readonly name: string }) => {
  const { t } = useText();
  const [name, setName] = useState(given);
  const [isNaming, setNaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasNaming = useRef(isNaming);
  useEffect(() => {
    // the field takes the keyboard by itself; once it is gone, what took its place has it
    if (wasNaming.current && !isNaming) button.current?.focus();
    wasNaming.current = isNaming;
  }, [isNaming]);
  const done = (next: string): void => {
    setName(next);
    setNaming(false);
  };
  if (isNaming)
    return (
      <div className={css["naming"]}>
        <NameForm boardId={boardId} name={name} onDone={done} />
      </div>
    );
  return (
    <div className={css["name"]}>
      <p>
        <small>{t("waiting.nameLabel")}</small>
        <b>{name}</b>
      </p>
      <Button ref={button} tone="leaf" icon={EditIcon} onPress={() => setNaming(true)}>
        {t("waiting.changeName")}
      </Button>
    </div>
  );
};

import { useState, type FormEvent } from "react";
import { AppError } from "@palabre/shared/errors";
import { LIMITS, type BoardId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { Button, TextField } from "../ui/index.ts";
import { rememberName } from "./deviceName.ts";
import css from "./NameForm.module.css";

export interface NameFormProps {
  readonly boardId: BoardId;
  readonly name: string;
  /** with the name that holds now, another one or not */
  readonly onDone: (name: string) => void;
}

/** What one is called here; the name that was proposed can be changed at any time. */
export const NameForm = ({ boardId, name, onDone }: NameFormProps) => {
  const { t, error } = useText();
  const [typed, setTyped] = useState(name);
  const [fault, setFault] = useState<AppError>();
  const [isPending, setPending] = useState(false);
  const save = async (): Promise<void> => {
    const next = typed.trim();
    if (next === "" || next === name) return onDone(name);
    setPending(true);
    setFault(undefined);
    try {
      await api.renameMe(boardId, next);
      rememberName(next);
      onDone(next);
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      setFault(cause);
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={css["form"]} onSubmit={onSubmit}>
      <TextField
        autoFocus
        label={t("board.nameLabel")}
        value={typed}
        onChange={setTyped}
        maxLength={LIMITS.nameLength}
        error={fault && error(fault)}
        autoComplete="nickname"
      />
      <div className={css["actions"]}>
        <Button size="s" tone="quiet" onPress={() => onDone(name)}>
          {t("frame.cancel")}
        </Button>
        <Button size="s" tone="primary" type="submit" isPending={isPending}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
};

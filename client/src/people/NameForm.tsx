import { useState, type FormEvent } from "react";
import { AppError } from "@palabre/shared/errors";
import { LIMITS } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { Button, TextField } from "../ui/index.ts";
import { rememberName } from "./deviceName.ts";
import css from "./NameForm.module.css";

/** What one is called here; the name that was proposed can be changed at any time. */
export const NameForm = ({ name, onDone }: { readonly name: string; readonly onDone: () => void }) => {
  const { t, error } = useText();
  const { me } = useBoard();
  const [typed, setTyped] = useState(name);
  const [fault, setFault] = useState<AppError>();
  const [isPending, setPending] = useState(false);
  const save = async (): Promise<void> => {
    const next = typed.trim();
    if (next === "" || next === name) return onDone();
    setPending(true);
    setFault(undefined);
    try {
      await api.renameMe(me.id, next);
      rememberName(next);
      onDone();
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
        <Button size="s" tone="quiet" onPress={onDone}>
          {t("frame.cancel")}
        </Button>
        <Button size="s" tone="primary" type="submit" isPending={isPending}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
};

import { type ChangeSource } from "@palabre/shared/protocol";
import type { Source } from "@palabre/shared/terms";
import { useState, type FormEvent } from "react";
import { api } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, Select, showToast, TextField } from "../../ui/index.ts";
import { asAppError } from "../pieces/index.ts";
import { FormActions } from "./FormActions.tsx";
import { intervalChoices } from "./intervals.ts";
import { makeSecret } from "./makeSecret.ts";
import { newKeyOf } from "./kindsOfSource.ts";
import { settle } from "./settle.ts";
import { useIsLeft } from "./useIsLeft.ts";
import { WebhookSecret } from "./WebhookSecret.tsx";
import css from "./AddSource.module.css";

/** What can be changed of a source: its name, how often it is looked at, and its key, which is never shown. */
export const SourceSettings = ({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  const isLeft = useIsLeft();
  const [name, setName] = useState(source.name);
  const [minutes, setMinutes] = useState(source.intervalMinutes);
  const [key, setKey] = useState("");
  const [secret, setSecret] = useState<string>();
  const [isPending, setPending] = useState(false);
  const newKey = newKeyOf(source.kind);

  const tellFault = (cause: unknown): unknown => showToast({ text: error(asAppError(cause)), tone: "warn" });
  const change = async (changed: ChangeSource, onAnswer: () => void, onLeft: () => void): Promise<void> => {
    setPending(true);
    try {
      await settle(api.changeSource(me.id, source.id, changed), {
        isLeft: () => isLeft.current,
        onAnswer,
        onLeft,
        onLeftFault: tellFault,
      });
    } catch (cause) {
      tellFault(cause);
    } finally {
      setPending(false);
    }
  };
  const changeAndClose = (changed: ChangeSource, told: string): void => {
    const tell = (): unknown => showToast({ text: told });
    const tellAndClose = (): void => {
      tell();
      onClose();
    };
    void change(changed, tellAndClose, tell);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const changed = {
      ...(name.trim() !== "" && name.trim() !== source.name ? { name: name.trim() } : {}),
      ...(minutes === source.intervalMinutes ? {} : { intervalMinutes: minutes }),
      ...(key.trim() === "" ? {} : { secret: key.trim() }),
    };
    if (Object.keys(changed).length === 0) return onClose();
    changeAndClose(changed, t("sources.saved"));
  };
  const renew = (): void => {
    const made = makeSecret();
    void change(
      { secret: made },
      () => setSecret(made),
      () => showToast({ text: t("sources.newSecretUnseen"), tone: "warn" }),
    );
  };
  if (secret !== undefined) return <WebhookSecret source={source.id} secret={secret} onClose={onClose} />;
  return (
    <form
      className={css["form"]}
      onSubmit={onSubmit}
      noValidate
      aria-label={t("sources.settingsOf", { name: source.name })}
    >
      <TextField autoFocus label={t("sources.name")} value={name} maxLength={200} onChange={setName} />
      {minutes !== undefined && (
        <Select
          label={t("listen.interval")}
          choices={intervalChoices(minutes, text)}
          value={String(minutes)}
          onChange={(chosen) => setMinutes(Number(chosen))}
        />
      )}
      {newKey && (
        <TextField
          label={t(newKey)}
          type="password"
          autoComplete="new-password"
          value={key}
          onChange={setKey}
          hint={source.hasSecret === true ? t("sources.keepKey") : t("sources.keyOptional")}
        />
      )}
      {newKey && source.hasSecret === true && (
        <Button
          size="s"
          tone="danger"
          isPending={isPending}
          onPress={() => changeAndClose({ secret: null }, t("sources.keyTaken"))}
        >
          {t("sources.keyTakeAway")}
        </Button>
      )}
      {source.kind === "webhook" && (
        <div className={css["renew"]}>
          <p className={css["columns"]}>{t("sources.newSecretText")}</p>
          <Button size="s" isPending={isPending} onPress={renew}>
            {t("sources.newSecret")}
          </Button>
        </div>
      )}
      <FormActions isPending={isPending} onCancel={onClose} />
    </form>
  );
};

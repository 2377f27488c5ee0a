import { useState, type FormEvent } from "react";
import { AppError } from "@palabre/shared/errors";
import { INTERVAL_MINUTES } from "@palabre/shared/protocol";
import { api } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, Select, showToast, TextField } from "../../ui/index.ts";
import { intervalChoices } from "./intervals.ts";
import css from "./AddSource.module.css";

/** A feed by its address; it is read at once, so that what is wrong with it is said here. */
export const AddFeed = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  const [url, setUrl] = useState("");
  const [minutes, setMinutes] = useState<string>(String(INTERVAL_MINUTES.usual));
  const [fault, setFault] = useState<AppError>();
  const [isPending, setPending] = useState(false);
  const add = async (): Promise<void> => {
    setPending(true);
    setFault(undefined);
    try {
      const { added } = await api.addFeed(me.id, { kind: "feed", url: url.trim(), intervalMinutes: Number(minutes) });
      showToast({ text: t("listen.added", { n: added }) });
      onClose();
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      setFault(cause);
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (url.trim() !== "" && !isPending) void add();
  };
  return (
    <form className={css["form"]} onSubmit={onSubmit} noValidate aria-label={t("listen.addFeed")}>
      <TextField
        autoFocus
        label={t("listen.feedAddress")}
        type="url"
        inputMode="url"
        placeholder="https://"
        value={url}
        onChange={setUrl}
        hint={t("listen.feedHint")}
        error={fault && error(fault)}
      />
      <Select
        label={t("listen.interval")}
        choices={intervalChoices(Number(minutes), text)}
        value={minutes}
        onChange={setMinutes}
      />
      <div className={css["actions"]}>
        <Button size="s" tone="quiet" onPress={onClose}>
          {t("frame.cancel")}
        </Button>
        <Button size="s" tone="primary" type="submit" isPending={isPending}>
          {isPending ? t("listen.reading") : t("listen.add")}
        </Button>
      </div>
    </form>
  );
};

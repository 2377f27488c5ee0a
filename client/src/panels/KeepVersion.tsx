import { useState, type FormEvent } from "react";
import type { AppError } from "@palabre/shared/errors";
import { VERSION_LABEL_LENGTH } from "@palabre/shared/protocol";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { Button, KeptIcon, showToast, TextField } from "../ui/index.ts";
import { asAppError } from "./pieces/index.ts";
import css from "./HistoryPanel.module.css";

/** Keeps the board as it is, under a name that people will look for. */
export const KeepVersion = ({ onKept }: { readonly onKept: () => void }) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <KeepForm onKept={onKept} onClose={() => setOpen(false)} />;
  return (
    <div className={css["keep"]}>
      <Button icon={KeptIcon} onPress={() => setOpen(true)}>
        {t("history.keep")}
      </Button>
    </div>
  );
};

const KeepForm = ({ onKept, onClose }: { readonly onKept: () => void; readonly onClose: () => void }) => {
  const { t, error } = useText();
  const { me } = useBoard();
  const [label, setLabel] = useState("");
  const [fault, setFault] = useState<AppError>();
  const [isPending, setPending] = useState(false);
  const keep = async (): Promise<void> => {
    setPending(true);
    setFault(undefined);
    try {
      const version = await api.keepVersion(me.id, label.trim());
      showToast({ text: t("history.kept", { label: version.label }) });
      onKept();
      onClose();
    } catch (cause) {
      setFault(asAppError(cause));
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (label.trim() !== "" && !isPending) void keep();
  };
  return (
    <form className={css["form"]} onSubmit={onSubmit} noValidate aria-label={t("history.keep")}>
      <TextField
        autoFocus
        label={t("history.keepLabel")}
        voice="voice"
        placeholder={t("history.keepPlaceholder")}
        maxLength={VERSION_LABEL_LENGTH}
        autoComplete="off"
        value={label}
        onChange={setLabel}
        error={fault && error(fault)}
      />
      <div className={css["actions"]}>
        <Button size="s" tone="quiet" onPress={onClose}>
          {t("frame.cancel")}
        </Button>
        <Button size="s" tone="primary" type="submit" isPending={isPending}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
};

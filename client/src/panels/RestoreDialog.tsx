import { useEffect, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { VersionFacts } from "@palabre/shared/protocol";
import { isSame, type BoardComparison } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { Button, Dialog } from "../ui/index.ts";
import { whenWords } from "./whenWords.ts";
import { asAppError, useNow } from "./pieces/index.ts";
import { restoreWords } from "./restoreWords.ts";
import { useRestore } from "./useRestore.ts";
import css from "./HistoryPanel.module.css";

/** Says what bringing a version back would change, and asks. */
export const RestoreDialog = () => {
  const { ui } = useBoard();
  const version = useUi(({ restoring }) => restoring);
  const onClose = () => ui.set({ dialog: undefined, restoring: undefined });
  // a toast may ask of another meanwhile, of which nothing is told yet
  return version && <Question key={version.id} version={version} onClose={onClose} />;
};

const Question = ({ version, onClose }: { readonly version: VersionFacts; readonly onClose: () => void }) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  const restore = useRestore();
  const now = useNow();
  const [comparison, setComparison] = useState<BoardComparison>();
  const [fault, setFault] = useState<AppError>();
  const [isPending, setPending] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    api
      .compareVersion(me.id, version.id, "now", stop.signal)
      .then(setComparison)
      .catch((cause: unknown) => {
        if (!stop.signal.aborted) setFault(asAppError(cause));
      });
    return () => stop.abort();
  }, [me.id, version.id]);
  const confirm = async (): Promise<void> => {
    setPending(true);
    const isDone = await restore(version);
    setPending(false);
    if (isDone) onClose();
  };
  const nothing = comparison !== undefined && isSame(comparison);
  return (
    <Dialog
      title={t("history.restoreTitle", { when: whenWords(version.at, now, text) })}
      isOpen
      onClose={onClose}
      size="s"
      role="alertdialog"
      footer={
        <>
          <Button tone="quiet" onPress={onClose}>
            {t("frame.cancel")}
          </Button>
          <Button
            tone="primary"
            isPending={isPending}
            isDisabled={comparison === undefined || nothing}
            onPress={() => void confirm()}
          >
            {isPending ? t("history.restoring") : t("history.restore")}
          </Button>
        </>
      }
    >
      {fault && (
        <p className={css["fault"]} role="alert">
          {error(fault)}
        </p>
      )}
      {!comparison && !fault && (
        <p className={css["loading"]} role="status">
          {t("history.comparing")}
        </p>
      )}
      {nothing && <p>{t("history.restoreNothing")}</p>}
      {comparison && !nothing && (
        <>
          <ul className={css["changes"]}>
            {restoreWords(comparison, text).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className={css["hint"]}>{t("history.restoreSafe")}</p>
        </>
      )}
    </Dialog>
  );
};

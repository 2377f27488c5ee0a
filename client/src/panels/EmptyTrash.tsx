import { useState } from "react";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { Button, showToast, TrashIcon } from "../ui/index.ts";
import { asAppError } from "./pieces/index.ts";
import { emptiedWords, emptyTrashWords } from "./trashWords.ts";
import css from "./TrashDialog.module.css";

/** Deletes what is in the trash for good; asks first, since only an earlier version brings it back. */
export const EmptyTrash = ({ cards, links }: { readonly cards: number; readonly links: number }) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const empty = async (): Promise<void> => {
    setPending(true);
    try {
      const emptied = await api.emptyTrash(me.id);
      showToast({ text: emptiedWords(emptied, text) });
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
    } finally {
      setPending(false);
      setAsking(false);
    }
  };
  if (!isAsking) {
    return (
      <div className={css["empty"]}>
        <p>{t("panel.trashGoes")}</p>
        <Button size="s" tone="quiet" icon={TrashIcon} onPress={() => setAsking(true)}>
          {t("panel.emptyTrash")}
        </Button>
      </div>
    );
  }
  return (
    <div className={css["ask"]} role="group" aria-label={t("panel.emptyTrash")}>
      <p>{emptyTrashWords({ cards, links }, text)}</p>
      <div className={css["answers"]}>
        <Button size="s" tone="quiet" autoFocus onPress={() => setAsking(false)}>
          {t("frame.cancel")}
        </Button>
        <Button size="s" tone="danger" isPending={isPending} onPress={() => void empty()}>
          {t("panel.emptyTrashConfirm")}
        </Button>
      </div>
    </div>
  );
};

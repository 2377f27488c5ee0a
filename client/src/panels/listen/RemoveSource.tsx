import { useState } from "react";
import type { Source } from "@palabre/shared/terms";
import { api } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, showToast } from "../../ui/index.ts";
import { asAppError } from "../pieces/index.ts";
import css from "./RemoveSource.module.css";

/** Removing a source can't be taken back, so it says first what goes with it. */
export const RemoveSource = ({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) => {
  const { t, error } = useText();
  const { me } = useBoard();
  const [isPending, setPending] = useState(false);
  const remove = async (): Promise<void> => {
    setPending(true);
    try {
      await api.removeSource(me.id, source.id);
      showToast({ text: t("listen.removed", { name: source.name }) });
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
      onClose();
    } finally {
      setPending(false);
    }
  };
  return (
    <div className={css["confirm"]} role="group" aria-label={t("listen.remove")}>
      <p>{t("listen.removeText", { n: source.posts })}</p>
      <div className={css["actions"]}>
        <Button size="s" tone="quiet" onPress={onClose}>
          {t("listen.keep")}
        </Button>
        <Button size="s" tone="danger" isPending={isPending} onPress={() => void remove()}>
          {t("listen.removeConfirm")}
        </Button>
      </div>
    </div>
  );
};

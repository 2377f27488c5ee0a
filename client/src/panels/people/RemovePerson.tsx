import { useState } from "react";
import { toAppError, together } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import type { PresentPerson } from "../../people/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, Dialog, showToast } from "../../ui/index.ts";
import css from "./PeoplePanel.module.css";

/** Asks before somebody is sent off, and says what that does and does not do. */
export const RemovePerson = ({ person, onClose }: { readonly person: PresentPerson; readonly onClose: () => void }) => {
  const { t, error } = useText();
  const { me } = useBoard();
  const [isPending, setPending] = useState(false);
  const { name } = person;
  const remove = async (): Promise<void> => {
    setPending(true);
    try {
      await together.setRemoved(me.id, person.person, true);
      showToast({ text: t("people.removedNow", { name }) });
      onClose();
    } catch (fault) {
      showToast({ text: error(toAppError(fault)), tone: "warn" });
      setPending(false);
    }
  };
  return (
    <Dialog
      title={t("people.removeTitle", { name })}
      isOpen
      onClose={onClose}
      size="s"
      role="alertdialog"
      footer={
        <>
          <Button tone="quiet" onPress={onClose}>
            {t("frame.cancel")}
          </Button>
          <Button tone="danger" isPending={isPending} onPress={() => void remove()}>
            {t("people.removeConfirm")}
          </Button>
        </>
      }
    >
      <div className={css["question"]}>
        <p>{t("people.removeText", { name })}</p>
        <p>{t("people.removeKept", { name })}</p>
        <p>{t("people.removeLink")}</p>
      </div>
    </Dialog>
  );
};

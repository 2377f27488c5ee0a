import { useState } from "react";
import type { BoardFacts } from "@palabre/shared/protocol";
import { api, toAppError } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { Button, CheckIcon, copyText, CopyIcon, Dialog, showToast } from "../ui/index.ts";

export interface ForgetDialogProps {
  readonly board: BoardFacts;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onForget: () => void;
}

/** Asked of facilitators only: without their link nobody could lead this board any more. */
export const ForgetDialog = ({ board, isOpen, onClose, onForget }: ForgetDialogProps) => {
  const { t, error } = useText();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      const isDone = await copyText((await api.links(board.id)).facilitator);
      setCopied(isDone);
      // who believes it copied would lose the board
      if (!isDone) showToast({ text: t("frame.copyFailed"), tone: "warn" });
    } catch (cause) {
      showToast({ text: error(toAppError(cause)), tone: "warn" });
    }
  };
  return (
    <Dialog
      title={t("home.forgetTitle", { title: board.title })}
      role="alertdialog"
      size="s"
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button icon={isCopied ? CheckIcon : CopyIcon} onPress={() => void copy()}>
            {isCopied ? t("frame.copied") : t("home.forgetCopy")}
          </Button>
          <Button
            tone="danger"
            onPress={() => {
              onClose();
              onForget();
            }}
          >
            {t("home.forgetConfirm")}
          </Button>
        </>
      }
    >
      <p>{t("home.forgetText")}</p>
    </Dialog>
  );
};

import { useEffect, useState } from "react";
import type { BoardFacts } from "@palabre/shared/protocol";
import { api, toAppError } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { Button, CheckIcon, copyText, CopyIcon, Dialog, showToast } from "../ui/index.ts";
import { LinkField } from "./LinkField.tsx";

export interface ForgetDialogProps {
  readonly board: BoardFacts;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onForget: () => void;
}

/** Asked of facilitators only: without their link nobody could lead this board any more. */
export const ForgetDialog = ({ isOpen, ...rest }: ForgetDialogProps) => (
  // made anew at each opening: a link that was copied the last time may be another's by now
  <>{isOpen && <ForgetQuestion {...rest} />}</>
);

const ForgetQuestion = ({ board, onClose, onForget }: Omit<ForgetDialogProps, "isOpen">) => {
  const { t, error } = useText();
  const [link, setLink] = useState<string>();
  const [copy, setCopy] = useState<"done" | "failed">();
  useEffect(() => {
    const leaving = new AbortController();
    // at hand before the press: some browsers let nobody copy what had to be fetched first. Where it fails, the press asks again
    api.links(board.id, leaving.signal).then(
      ({ facilitator }) => setLink(facilitator),
      () => undefined,
    );
    return () => leaving.abort();
  }, [board.id]);
  const copyLink = async (): Promise<void> => {
    try {
      const text = link ?? (await api.links(board.id)).facilitator;
      setLink(text);
      setCopy((await copyText(text)) ? "done" : "failed");
    } catch (cause) {
      showToast({ text: error(toAppError(cause)), tone: "warn" });
    }
  };
  return (
    <Dialog
      title={t("home.forgetTitle", { title: board.title })}
      role="alertdialog"
      size="s"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button icon={copy === "done" ? CheckIcon : CopyIcon} onPress={() => void copyLink()}>
            {copy === "done" ? t("frame.copied") : t("home.forgetCopy")}
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
      {/* who believes it copied would lose the board */}
      {copy === "failed" && link !== undefined && <LinkField label={t("home.linkFacilitator")} link={link} />}
    </Dialog>
  );
};

import { useState, type FormEvent } from "react";
import { LIMITS } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Button, Dialog, TextField } from "../ui/index.ts";

export interface TitleDialogProps {
  readonly heading: string;
  readonly submit: string;
  readonly hint?: string;
  readonly initial?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** true when the dialog may close */
  readonly onTitle: (title: string) => Promise<boolean>;
}

/** Asks for the title of a board. */
export const TitleDialog = ({ isOpen, ...rest }: TitleDialogProps) => (
  // the form is made anew at each opening, so that nothing of the last time stays in it
  <>{isOpen && <TitleForm {...rest} />}</>
);

const TitleForm = ({ heading, submit, hint, initial = "", onClose, onTitle }: Omit<TitleDialogProps, "isOpen">) => {
  const { t } = useText();
  const [title, setTitle] = useState(initial);
  const [isSending, setSending] = useState(false);
  const [isMissing, setMissing] = useState(false);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    if (title.trim() === "") return setMissing(true);
    setSending(true);
    const isDone = await onTitle(title.trim());
    setSending(false);
    if (isDone) onClose();
  };
  return (
    <Dialog
      title={heading}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button tone="quiet" onPress={onClose}>
            {t("frame.cancel")}
          </Button>
          <Button tone="primary" type="submit" form="board-title" isPending={isSending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id="board-title" onSubmit={(event) => void send(event)}>
        <TextField
          label={t("home.newTitleLabel")}
          voice="voice"
          value={title}
          onChange={(next) => {
            setTitle(next);
            setMissing(false);
          }}
          maxLength={LIMITS.titleLength}
          hint={hint}
          error={isMissing ? t("home.titleMissing") : undefined}
          autoComplete="off"
          // the field is the dialog's one question
          autoFocus
        />
      </form>
    </Dialog>
  );
};

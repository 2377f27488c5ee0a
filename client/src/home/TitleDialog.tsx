import { useText } from "../i18n/index.ts";
import { Button, Dialog } from "../ui/index.ts";
import { useTitleForm } from "./useTitleForm.tsx";

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
  const { form, isSending } = useTitleForm({
    id: "board-title",
    initial,
    hint,
    isOnly: true,
    onTitle: async (title) => {
      if (await onTitle(title)) onClose();
    },
  });
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
      {form}
    </Dialog>
  );
};

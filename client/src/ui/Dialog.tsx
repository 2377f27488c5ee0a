import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon } from "./icons.ts";
import { useWords } from "./words.ts";
import css from "./Dialog.module.css";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** the buttons at the foot, the main one last */
  readonly footer?: ReactNode;
  /** s 400, m 560, l 760 px wide, full the whole page; the whole width on a phone, from below */
  readonly size?: "s" | "m" | "l" | "full";
  /** alertdialog: something would be lost, a choice is asked */
  readonly role?: "dialog" | "alertdialog";
}

/** A sheet over the page: focus stays inside, Esc and a press beside it close it, focus goes back to where it came from. */
export const Dialog = ({ title, isOpen, onClose, children, footer, size = "m", role = "dialog" }: DialogProps) => {
  const words = useWords();
  return (
    <ModalOverlay
      className={css["veil"] ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={classes(css["modal"], css[size])}>
        <AriaDialog className={css["dialog"] ?? ""} role={role}>
          <header className={css["head"]}>
            <Heading slot="title" className={css["title"] ?? ""}>
              {title}
            </Heading>
            <IconButton label={words.close} icon={CloseIcon} onPress={onClose} />
          </header>
          <div className={css["body"]}>{children}</div>
          {footer !== undefined && <footer className={css["foot"]}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};

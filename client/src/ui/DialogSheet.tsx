import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classes } from "./classes.ts";
import type { DialogProps } from "./Dialog.tsx";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon } from "./icons.ts";
import { useWords } from "./words.ts";
import css from "./Dialog.module.css";

export const DialogSheet = ({ title, isOpen, onClose, children, footer, size = "m", role = "dialog" }: DialogProps) => {
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

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useAwake } from "./useAwake.ts";
import css from "./StageDialog.module.css";

export interface Stage {
  /** whether the browser shows nothing else */
  readonly isFull: boolean;
  /** absent where the browser has no full screen, as on some phones: the page is filled all the same */
  readonly toggleFull: (() => void) | undefined;
}

export interface StageDialogProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: (stage: Stage) => ReactNode;
}

/**
 * A dialog that is the whole page, for a room to look at; it asks the browser for the whole screen, and not to let it go dark. Esc closes it: the browser
 * keeps that key for itself while it is full, so leaving the full screen closes it too, unless its own button did that.
 */
export const StageDialog = ({ label, onClose, children }: StageDialogProps) => {
  const { stage, leave } = useStage(onClose);
  useAwake();
  return (
    <ModalOverlay className={css["stage"] ?? ""} isOpen onOpenChange={(open) => !open && leave()}>
      <Modal className={css["modal"] ?? ""}>
        <AriaDialog className={css["dialog"] ?? ""} aria-label={label}>
          {children(stage)}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};

function useStage(onClose: () => void): { readonly stage: Stage; readonly leave: () => void } {
  const [isFull, setFull] = useState(() => document.fullscreenElement !== null);
  /** its own button left the full screen: the page stays filled */
  const isStaying = useRef(false);
  useEffect(() => {
    // it was full before: it is left as it was
    const isOurs = document.fullscreenElement === null;
    let isKept = true;
    const follow = (): void => {
      const isNow = document.fullscreenElement !== null;
      setFull(isNow);
      if (!isNow && isKept && !isStaying.current) onClose();
      isStaying.current = false;
    };
    // before a tooltip that is open takes the key for itself
    const leave = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onClose();
    };
    document.addEventListener("keydown", leave, { capture: true });
    document.addEventListener("fullscreenchange", follow);
    enter();
    return () => {
      isKept = false;
      document.removeEventListener("keydown", leave, { capture: true });
      document.removeEventListener("fullscreenchange", follow);
      if (isOurs) exit();
    };
    // what closes it stays the same for as long as it is open
    // oxlint-disable-next-line react/exhaustive-deps -- asked for once, when it opens
  }, []);
  const toggleFull = (): void => {
    if (!isFull) return enter();
    isStaying.current = true;
    exit();
  };
  return { stage: { isFull, toggleFull: document.fullscreenEnabled ? toggleFull : undefined }, leave: onClose };
}

const enter = (): void => {
  // refused without a gesture, or by a policy: the page is filled all the same
  if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => undefined);
};
const exit = (): void => {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
};

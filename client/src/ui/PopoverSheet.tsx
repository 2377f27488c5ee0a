import type { RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { classes } from "./classes.ts";
import type { PopoverProps } from "./Popover.tsx";
import menu from "./Menu.module.css";
import css from "./Popover.module.css";

export interface PopoverSheetProps extends Pick<PopoverProps, "label" | "children"> {
  readonly placement: NonNullable<PopoverProps["placement"]>;
  /** what it stands beside, and what takes the focus back */
  readonly trigger: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export const PopoverSheet = ({ label, children, placement, trigger, isOpen, onClose }: PopoverSheetProps) => (
  <Popover
    className={classes(menu["popover"], css["popover"])}
    triggerRef={trigger}
    isOpen={isOpen}
    onOpenChange={(open) => !open && onClose()}
    placement={placement}
    offset={6}
  >
    <Dialog className={css["dialog"] ?? ""} aria-label={label}>
      {typeof children === "function" ? children(onClose) : children}
    </Dialog>
  </Popover>
);

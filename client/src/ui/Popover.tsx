import type { ReactElement, ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import { classes } from "./classes.ts";
import menu from "./Menu.module.css";
import css from "./Popover.module.css";

export interface PopoverProps {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: "bottom" | "bottom start" | "bottom end" | "top" | "left" | "right" | undefined;
}

/** A small sheet beside the button that opens it. */
export const Popover = ({ label, trigger, children, placement = "bottom" }: PopoverProps) => (
  <DialogTrigger>
    {trigger}
    <AriaPopover className={classes(menu["popover"], css["popover"])} placement={placement} offset={6}>
      <Dialog className={css["dialog"] ?? ""} aria-label={label}>
        {({ close }) => (typeof children === "function" ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  </DialogTrigger>
);

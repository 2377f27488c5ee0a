import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Keys } from "./Keys.tsx";
import css from "./Tooltip.module.css";

export interface TooltipProps {
  readonly text: string;
  /** the key that does the same, as a person reads it */
  readonly keys?: string | undefined;
  readonly placement?: "top" | "bottom" | "left" | "right" | undefined;
  /** the control that it belongs to */
  readonly children: ReactElement;
}

/** A word on hover and on keyboard focus. It adds to a name, it never is the only one. */
export const Tooltip = ({ text, keys, placement = "bottom", children }: TooltipProps) => (
  <TooltipTrigger delay={500} closeDelay={80}>
    {children}
    <AriaTooltip className={css["tooltip"] ?? ""} placement={placement} offset={6}>
      {text}
      {keys !== undefined && <Keys>{keys}</Keys>}
    </AriaTooltip>
  </TooltipTrigger>
);

import type { RefObject } from "react";
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from "react-aria-components/Tooltip";
import type { TooltipTriggerState } from "react-stately/useTooltipTriggerState";
import { Keys } from "./Keys.tsx";
import type { TooltipProps } from "./Tooltip.tsx";
import css from "./Tooltip.module.css";

export interface TooltipPopupProps extends Pick<TooltipProps, "text" | "keys"> {
  readonly placement: NonNullable<TooltipProps["placement"]>;
  /** what the trigger is described by */
  readonly id?: string;
  readonly trigger: RefObject<Element | null>;
  readonly state: TooltipTriggerState;
}

/** The popup of a tooltip, once it was wanted. */
export const TooltipPopup = ({ text, keys, placement, id, trigger, state }: TooltipPopupProps) => (
  <TooltipTriggerStateContext value={state}>
    <AriaTooltip
      {...(id === undefined ? {} : { id })}
      className={css["tooltip"] ?? ""}
      triggerRef={trigger}
      placement={placement}
      offset={6}
    >
      {text}
      {keys !== undefined && <Keys>{keys}</Keys>}
    </AriaTooltip>
  </TooltipTriggerStateContext>
);

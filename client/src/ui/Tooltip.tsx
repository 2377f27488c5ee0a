import { useRef, type ReactElement } from "react";
// its public door, `TooltipTrigger`, brings the popup with it; the package's own components come in by this one
import { FocusableProvider } from "react-aria/private/interactions/useFocusable";
import { useTooltipTrigger } from "react-aria/useTooltipTrigger";
import { useTooltipTriggerState } from "react-stately/useTooltipTriggerState";
import { TooltipPopup } from "./popups.ts";
import { useWanted } from "./useWanted.ts";

export interface TooltipProps {
  readonly text: string;
  /** the key that does the same, as a person reads it */
  readonly keys?: string | undefined;
  readonly placement?: "top" | "bottom" | "left" | "right" | undefined;
  /** the control that it belongs to */
  readonly children: ReactElement;
}

const TIMES = { delay: 500, closeDelay: 80 };

/** A word on hover and on keyboard focus. It adds to a name, it never is the only one. */
export const Tooltip = ({ text, keys, placement = "bottom", children }: TooltipProps) => {
  const trigger = useRef<HTMLElement>(null);
  const state = useTooltipTriggerState(TIMES);
  const { triggerProps, tooltipProps } = useTooltipTrigger(TIMES, state, trigger);
  const isWanted = useWanted(state.isOpen);
  return (
    <>
      <FocusableProvider {...triggerProps} ref={trigger}>
        {children}
      </FocusableProvider>
      {isWanted && (
        <TooltipPopup
          text={text}
          keys={keys}
          placement={placement}
          trigger={trigger}
          state={state}
          {...(tooltipProps.id === undefined ? {} : { id: tooltipProps.id })}
        />
      )}
    </>
  );
};

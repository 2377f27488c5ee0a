import { Suspense, useRef, type ReactElement, type ReactNode } from "react";
import { ButtonContext } from "react-aria-components/Button";
import { useOverlayTrigger } from "react-aria/useOverlayTrigger";
import { useOverlayTriggerState } from "react-stately/useOverlayTriggerState";
import { PopoverSheet } from "./popups.ts";
import { useWanted } from "./useWanted.ts";

export interface PopoverProps {
  readonly label: string;
  /** a button of this folder */
  readonly trigger: ReactElement;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: "bottom" | "bottom start" | "bottom end" | "top" | "left" | "right" | undefined;
}

/** A small sheet beside the button that opens it. */
export const Popover = ({ label, trigger, children, placement = "bottom" }: PopoverProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const state = useOverlayTriggerState({});
  const { triggerProps } = useOverlayTrigger({ type: "dialog" }, state, button);
  const isWanted = useWanted(state.isOpen);
  return (
    <>
      <ButtonContext value={{ ...triggerProps, ref: button }}>{trigger}</ButtonContext>
      {isWanted && (
        <Suspense fallback={null}>
          <PopoverSheet
            label={label}
            placement={placement}
            trigger={button}
            isOpen={state.isOpen}
            onClose={state.close}
          >
            {children}
          </PopoverSheet>
        </Suspense>
      )}
    </>
  );
};

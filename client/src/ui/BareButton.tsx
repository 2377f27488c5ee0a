import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";

export interface BareButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children" | "render"> {
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A press without a look of its own: its place draws it (a row of avatars, a tab, the head of a sheet). */
export const BareButton = ({ className = "", ...rest }: BareButtonProps) => (
  <AriaButton {...rest} className={className} />
);

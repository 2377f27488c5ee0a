import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import type { IconDrawing } from "./icons.ts";
import { Tooltip } from "./Tooltip.tsx";
import css from "./Button.module.css";

type Behaviour = Omit<AriaButtonProps, "className" | "style" | "children" | "render">;
export interface ButtonProps extends Behaviour {
  readonly children: ReactNode;
  /** primary: the one thing to do here; leaf: the same, outlined; plain: an equal among others; quiet: no outline; danger: loses something */
  readonly tone?: "primary" | "leaf" | "plain" | "quiet" | "danger";
  readonly size?: "s" | "m" | "l";
  readonly icon?: IconDrawing | undefined;
  readonly iconEnd?: IconDrawing | undefined;
  readonly isWide?: boolean;
  /** why it can't be used now: the button stays reachable and says so */
  readonly disabledReason?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export const Button = ({
  children,
  tone = "plain",
  size = "m",
  icon,
  iconEnd,
  isWide = false,
  disabledReason,
  ...behaviour
}: ButtonProps) => {
  const isRefused = disabledReason !== undefined;
  const button = (
    <AriaButton
      {...behaviour}
      {...(isRefused ? REFUSED : {})}
      className={classes(css["button"], css[tone], css[size], isWide && css["wide"], isRefused && css["refused"])}
    >
      {icon && <Icon of={icon} size={size === "s" ? "card" : "control"} />}
      <span>{children}</span>
      {iconEnd && <Icon of={iconEnd} size={size === "s" ? "card" : "control"} />}
    </AriaButton>
  );
  return isRefused ? <Tooltip text={disabledReason}>{button}</Tooltip> : button;
};

/** Pending keeps a button in the tab order, marks it `aria-disabled` and drops its presses: what a refusal with a reason needs. */
export const REFUSED = { isPending: true } as const;

import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { REFUSED } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon, type IconSize } from "./Icon.tsx";
import type { IconDrawing } from "./icons.ts";
import { Tooltip, type TooltipProps } from "./Tooltip.tsx";
import css from "./IconButton.module.css";

type Behaviour = Omit<AriaButtonProps, "className" | "style" | "children" | "render" | "aria-label">;
export interface IconButtonProps extends Behaviour {
  /** its name, also its tooltip */
  readonly label: string;
  readonly icon: IconDrawing;
  /** the key that does the same, shown in the tooltip: `N`, `Ctrl+Z` */
  readonly keys?: string | undefined;
  readonly size?: "s" | "m" | "l";
  readonly iconSize?: IconSize;
  readonly tone?: "quiet" | "primary" | "danger";
  readonly tooltip?: TooltipProps["placement"];
  readonly className?: string | undefined;
  readonly disabledReason?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export const IconButton = ({
  label,
  icon,
  keys,
  size = "m",
  iconSize,
  tone = "quiet",
  tooltip,
  className,
  disabledReason,
  ...behaviour
}: IconButtonProps) => (
  <Tooltip text={disabledReason ?? label} keys={disabledReason === undefined ? keys : undefined} placement={tooltip}>
    <AriaButton
      {...behaviour}
      {...(disabledReason === undefined ? {} : REFUSED)}
      aria-label={label}
      className={classes(
        css["button"],
        css[size],
        css[tone],
        disabledReason !== undefined && css["refused"],
        className,
      )}
    >
      <Icon of={icon} size={iconSize ?? ICON_SIZES[size]} />
    </AriaButton>
  </Tooltip>
);

const ICON_SIZES = { s: "card", m: "control", l: "tool" } as const;

import type { Ref } from "react";
import { ToggleButton, type ToggleButtonProps } from "react-aria-components/ToggleButton";
import { classes } from "./classes.ts";
import { Icon, type IconSize } from "./Icon.tsx";
import { ICON_SIZES } from "./IconButton.tsx";
import type { IconDrawing } from "./icons.ts";
import { Tooltip, type TooltipProps } from "./Tooltip.tsx";
import css from "./IconButton.module.css";

type Behaviour = Omit<ToggleButtonProps, "className" | "style" | "children" | "render" | "aria-label">;
export interface ToggleIconButtonProps extends Behaviour {
  readonly label: string;
  readonly icon: IconDrawing;
  readonly keys?: string | undefined;
  readonly size?: "s" | "m" | "l";
  readonly iconSize?: IconSize;
  readonly tooltip?: TooltipProps["placement"];
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** An icon that is on or off (`isSelected`, `onChange`); on is leaf. */
export const ToggleIconButton = ({
  label,
  icon,
  keys,
  size = "m",
  iconSize,
  tooltip,
  className,
  ...behaviour
}: ToggleIconButtonProps) => (
  <Tooltip text={label} keys={keys} placement={tooltip}>
    <ToggleButton
      {...behaviour}
      aria-label={label}
      className={classes(css["button"], css[size], css["quiet"], className)}
    >
      <Icon of={icon} size={iconSize ?? ICON_SIZES[size]} />
    </ToggleButton>
  </Tooltip>
);

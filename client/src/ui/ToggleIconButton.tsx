import { IconButton, type IconButtonProps } from "./IconButton.tsx";

export interface ToggleIconButtonProps extends Omit<IconButtonProps, "tone" | "onPress" | "disabledReason"> {
  readonly isSelected: boolean;
  readonly onChange: () => void;
}

/** An icon that is on or off; on is leaf. */
export const ToggleIconButton = ({ isSelected, onChange, ...shown }: ToggleIconButtonProps) => (
  <IconButton
    {...shown}
    aria-pressed={isSelected}
    {...(isSelected ? { "data-selected": true } : {})}
    onPress={onChange}
  />
);

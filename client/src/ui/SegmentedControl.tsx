import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import type { Choice } from "./Select.tsx";
import css from "./SegmentedControl.module.css";

export interface SegmentedControlProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  /** undefined: none is chosen yet */
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
  /** takes the whole width, in equal parts */
  readonly isWide?: boolean;
  readonly isDisabled?: boolean;
}

/** Two to five choices that all show at once; one of them holds. */
export const SegmentedControl = <Id extends string>({
  label,
  choices,
  value,
  onChange,
  isWide = false,
  isDisabled = false,
}: SegmentedControlProps<Id>) => (
  <ToggleButtonGroup
    className={classes(css["group"], isWide && css["wide"])}
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={value === undefined ? [] : [value]}
    onSelectionChange={(keys) => {
      const chosen = choices.find(({ id }) => keys.has(id));
      if (chosen) onChange(chosen.id);
    }}
    isDisabled={isDisabled}
  >
    {choices.map((choice) => (
      <ToggleButton key={choice.id} id={choice.id} className={css["choice"] ?? ""}>
        {choice.icon && <Icon of={choice.icon} size="card" />}
        <span className={choice.short === undefined ? undefined : css["long"]}>{choice.label}</span>
        {choice.short !== undefined && (
          <span className={css["short"]} aria-hidden="true">
            {choice.short}
          </span>
        )}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);

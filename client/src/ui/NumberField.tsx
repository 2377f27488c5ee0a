import { FieldError } from "react-aria-components/FieldError";
import { Group, Input, Label, NumberField as AriaNumberField, Text } from "react-aria-components/NumberField";
import { classes } from "./classes.ts";
import type { FieldProps } from "./TextField.tsx";
import field from "./TextField.module.css";
import css from "./NumberField.module.css";

export interface NumberFieldProps extends FieldProps {
  /** undefined: nothing is given */
  readonly value: number | undefined;
  /** said when the person leaves the field or presses Enter, and at each step of the arrow keys */
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** what the number counts, drawn in the field: €, h, months */
  readonly unit?: string | undefined;
  readonly isDisabled?: boolean;
}

/** A number as the reader's language writes it; arrow keys step, an emptied field is no number. */
export const NumberField = ({
  label,
  isLabelHidden = false,
  hint,
  error,
  className,
  value,
  onChange,
  min,
  max,
  step,
  unit,
  isDisabled = false,
}: NumberFieldProps) => {
  const isWrong = error !== undefined && error !== "";
  return (
    <AriaNumberField
      className={classes(field["field"], className)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      isDisabled={isDisabled}
      isInvalid={isWrong}
      validationBehavior="aria"
    >
      <Label className={isLabelHidden ? "sr" : (field["label"] ?? "")}>{label}</Label>
      <Group className={css["group"] ?? ""}>
        <Input className={classes(field["input"], css["input"])} />
        {unit !== undefined && <span className={css["unit"]}>{unit}</span>}
      </Group>
      {hint !== undefined && !isWrong && (
        <Text slot="description" className={field["hint"] ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={field["error"] ?? ""}>{error}</FieldError>
    </AriaNumberField>
  );
};

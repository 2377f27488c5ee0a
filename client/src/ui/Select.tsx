import { FieldError } from "react-aria-components/FieldError";
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from "react-aria-components/Select";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { CheckIcon, ChevronDownIcon, type IconDrawing } from "./icons.ts";
import type { FieldProps } from "./TextField.tsx";
import field from "./TextField.module.css";
import menu from "./Menu.module.css";
import css from "./Select.module.css";

export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** drawn instead where there is no room; the label stays its name */
  readonly short?: string | undefined;
  readonly icon?: IconDrawing | undefined;
}
export interface SelectProps<Id extends string> extends FieldProps {
  readonly choices: readonly Choice<Id>[];
  /** undefined: nothing is chosen, the placeholder shows */
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean;
}

export const Select = <Id extends string>({
  label,
  isLabelHidden = false,
  hint,
  error,
  className,
  choices,
  value,
  onChange,
  placeholder = "",
  isDisabled = false,
}: SelectProps<Id>) => (
  <AriaSelect
    className={classes(field["field"], className)}
    value={value ?? null}
    onChange={(key) => {
      const chosen = choices.find(({ id }) => id === key);
      if (chosen) onChange(chosen.id);
    }}
    placeholder={placeholder}
    isDisabled={isDisabled}
    isInvalid={error !== undefined && error !== ""}
    validationBehavior="aria"
  >
    <Label className={isLabelHidden ? "sr" : (field["label"] ?? "")}>{label}</Label>
    <Button className={classes(field["input"], css["button"])}>
      <SelectValue className={css["value"] ?? ""} />
      <Icon of={ChevronDownIcon} size="card" />
    </Button>
    {hint !== undefined && (
      <Text slot="description" className={field["hint"] ?? ""}>
        {hint}
      </Text>
    )}
    <FieldError className={field["error"] ?? ""}>{error}</FieldError>
    <Popover className={classes(menu["popover"], css["popover"])} offset={4}>
      <ListBox className={menu["menu"] ?? ""} items={choices}>
        {(choice) => (
          <ListBoxItem className={menu["item"] ?? ""} id={choice.id} textValue={choice.label}>
            {({ isSelected }) => (
              <>
                {choice.icon && <Icon of={choice.icon} />}
                <span className={menu["words"]}>{choice.label}</span>
                {isSelected && <Icon of={CheckIcon} size="card" />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
);

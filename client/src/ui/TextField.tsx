import type { ReactNode, Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import {
  Input,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { classes } from "./classes.ts";
import css from "./TextField.module.css";

export type TextBehaviour = Omit<
  AriaTextFieldProps,
  "className" | "style" | "children" | "render" | "aria-label" | "isInvalid" | "validate" | "validationBehavior"
>;
export interface FieldProps {
  readonly label: string;
  /** the label is read, not drawn: a heading or the field's place says it already */
  readonly isLabelHidden?: boolean;
  readonly hint?: ReactNode;
  /** what is wrong and what to do; empty or undefined when nothing is */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}
export interface TextFieldProps extends FieldProps, TextBehaviour {
  readonly placeholder?: string | undefined;
  /** voice: what people write; tool: all the rest */
  readonly voice?: "voice" | "tool";
  readonly ref?: Ref<HTMLInputElement>;
}

export const TextField = ({
  label,
  isLabelHidden = false,
  hint,
  error,
  className,
  placeholder,
  voice = "tool",
  ref,
  ...behaviour
}: TextFieldProps) => (
  <FieldFrame {...{ label, isLabelHidden, hint, error, className }} behaviour={behaviour}>
    <Input
      className={classes(css["input"], voice === "voice" && css["voice"])}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(ref === undefined ? {} : { ref })}
    />
  </FieldFrame>
);

/** What stands around the input of a field: its name, what helps, what is wrong. */
export const FieldFrame = ({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  behaviour,
  children,
}: FieldProps & { readonly behaviour: TextBehaviour; readonly children: ReactNode }) => {
  const isWrong = error !== undefined && error !== "";
  return (
    <AriaTextField
      {...behaviour}
      isInvalid={isWrong}
      validationBehavior="aria"
      className={classes(css["field"], className)}
    >
      <Label className={isLabelHidden === true ? "sr" : (css["label"] ?? "")}>{label}</Label>
      {children}
      {hint !== undefined && !isWrong && (
        <Text slot="description" className={css["hint"] ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={css["error"] ?? ""}>{error}</FieldError>
    </AriaTextField>
  );
};

import { TextArea } from "react-aria-components/TextArea";
import { classes } from "./classes.ts";
import { FieldFrame, type FieldProps, type TextBehaviour } from "./TextField.tsx";
import field from "./TextField.module.css";
import css from "./LongField.module.css";

export interface LongFieldProps extends FieldProps, TextBehaviour {}

/** A field of several lines, as tall as what is written in it. */
export const LongField = ({ label, isLabelHidden = false, hint, error, className, ...behaviour }: LongFieldProps) => (
  <FieldFrame {...{ label, isLabelHidden, hint, error, className }} behaviour={behaviour}>
    <TextArea className={classes(field["input"], css["area"])} rows={3} />
  </FieldFrame>
);

import { BALLOT_METHODS, type BallotMethod } from "@palabre/shared/terms";
import { useId } from "react";
import { useText } from "../../i18n/index.ts";
import css from "./OpenForm.module.css";

export interface MethodPickerProps {
  readonly value: BallotMethod;
  readonly onChange: (method: BallotMethod) => void;
}

/** The ways to answer, each with when it serves. */
export const MethodPicker = ({ value, onChange }: MethodPickerProps) => {
  const { t } = useText();
  const name = useId();
  return (
    <fieldset className={css["methods"]}>
      <legend>{t("vote.how")}</legend>
      {BALLOT_METHODS.map((method) => (
        <label key={method} className={css["method"]} data-chosen={method === value}>
          <input
            type="radio"
            name={name}
            checked={method === value}
            onChange={() => onChange(method)}
            aria-describedby={`${name}${method}`}
          />
          <b>{t(`vote.method.${method}`)}</b>
          <small id={`${name}${method}`}>{t(`vote.when.${method}`)}</small>
        </label>
      ))}
    </fieldset>
  );
};

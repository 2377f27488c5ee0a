import { useId, type KeyboardEvent } from "react";
import { classes, Icon, type IconDrawing } from "../ui/index.ts";
import css from "./Choices.module.css";

export interface ChoiceItem<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconDrawing | undefined;
  /** of what is for, and what is against */
  readonly tone?: "plus" | "minus" | undefined;
}
export interface ChoicesProps<Value extends string | number> {
  /** the question that they answer */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly choices: readonly ChoiceItem<Value>[];
  readonly value: Value | undefined;
  /** undefined takes the answer back */
  readonly onChange: (value: Value | undefined) => void;
  /** row: equal parts of one line; flow: as wide as their words; stack: one under the other */
  readonly layout: "row" | "flow" | "stack";
  /** for a thumb: large, and pressed rather than moved through */
  readonly isLarge?: boolean;
  /** said under the two ends of a scale */
  readonly ends?: readonly [string, string] | undefined;
}

/** One answer of a few. What is chosen is taken back by choosing it again, or by Delete. */
export const Choices = <Value extends string | number>({
  label,
  isLabelHidden = false,
  choices,
  value,
  onChange,
  layout,
  isLarge = false,
  ends,
}: ChoicesProps<Value>) => {
  const name = useId();
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === "Delete" || key === "Backspace") onChange(undefined);
  };
  return (
    <fieldset className={css["choices"]}>
      <legend className={isLabelHidden ? "sr" : css["label"]}>{label}</legend>
      <div className={classes(css[layout], isLarge && css["large"])}>
        {choices.map((choice) => {
          const isChosen = choice.value === value;
          const look = classes(css["choice"], choice.tone && css[choice.tone], isChosen && css["chosen"]);
          const inside = (
            <>
              {choice.icon && <Icon of={choice.icon} size={isLarge ? "large" : "card"} />}
              <span>{choice.label}</span>
            </>
          );
          return isLarge ? (
            <button
              key={choice.value}
              type="button"
              className={look}
              aria-pressed={isChosen}
              onKeyDown={onKeyDown}
              onClick={() => onChange(isChosen ? undefined : choice.value)}
            >
              {inside}
            </button>
          ) : (
            <label key={choice.value} className={look}>
              <input
                className="sr"
                type="radio"
                name={name}
                checked={isChosen}
                onKeyDown={onKeyDown}
                onChange={() => onChange(choice.value)}
                // choosing what is chosen changes nothing by itself: it is taken back
                onClick={() => isChosen && onChange(undefined)}
              />
              {inside}
            </label>
          );
        })}
      </div>
      {ends && (
        <div className={css["ends"]} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </fieldset>
  );
};

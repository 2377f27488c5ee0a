import { useId, type CSSProperties, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { classes } from "./classes.ts";
import css from "./Slider.module.css";

export interface SliderProps {
  /** its name; drawn above the track unless `heading` is */
  readonly label: string;
  /** drawn in the place of the label: the same words, with a picture or in another voice */
  readonly heading?: ReactNode;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** the value as it is read, drawn at the right */
  readonly words: string;
  /** what stands at the right of the value: a button that resets, for instance */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** A value taken from a range by hand: arrows go a step, Page Up and Page Down further, Home and End to the ends. */
export const Slider = ({
  label,
  heading,
  value,
  onChange,
  min,
  max,
  step,
  words,
  actions,
  className,
  ref,
}: SliderProps) => {
  const id = useId();
  const places = Math.max(0, -Math.floor(Math.log10(step)));
  const set = (next: number): void => {
    const rounded = Number(Math.min(max, Math.max(min, next)).toFixed(places)) + 0;
    if (rounded !== value) onChange(rounded);
  };
  // browsers differ in how far a page goes: a fifth of the range here
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const way = event.key === "PageUp" ? 1 : event.key === "PageDown" ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    set(value + way * Math.max(step, (max - min) / 5));
  };
  const shareOf = (at: number): number => (at - min) / (max - min);
  const zero = shareOf(Math.min(max, Math.max(min, 0)));
  const [from, to] = [zero, shareOf(value)].toSorted((a, b) => a - b);
  return (
    <div className={classes(css["slider"], className)}>
      <span className={css["line"]}>
        <label htmlFor={id} className={heading === undefined ? css["label"] : "sr"}>
          {label}
        </label>
        {heading !== undefined && (
          <span className={css["label"]} aria-hidden="true">
            {heading}
          </span>
        )}
        <output htmlFor={id} className={css["words"]} aria-hidden="true">
          {words}
        </output>
        {actions}
      </span>
      <input
        id={id}
        {...(ref === undefined ? {} : { ref })}
        type="range"
        className={css["range"]}
        style={{ "--from": from, "--to": to } as CSSProperties}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={words}
        onChange={(event) => set(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
      {min < 0 && max > 0 && <i className={css["zero"]} style={{ "--at": zero } as CSSProperties} aria-hidden="true" />}
    </div>
  );
};

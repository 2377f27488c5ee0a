import { useText } from "../i18n/index.ts";
import { FallingIcon, Icon, RisingIcon, SteadyIcon, type IconDrawing } from "../ui/index.ts";
import type { Direction } from "./readings.ts";
import { trendWords } from "./words.ts";
import css from "./Trend.module.css";

const ARROWS: Readonly<Record<Direction, IconDrawing>> = {
  up: RisingIcon,
  slightlyUp: RisingIcon,
  new: RisingIcon,
  steady: SteadyIcon,
  slightlyDown: FallingIcon,
  down: FallingIcon,
};

/** Where a count goes: an arrow and its percentage, or a word. */
export const Trend = ({ direction, value }: { readonly direction: Direction; readonly value: number | undefined }) => {
  const text = useText();
  return (
    <span className={css["trend"]}>
      <Icon of={ARROWS[direction]} size="meta" />
      {trendWords(direction, value, text)}
    </span>
  );
};

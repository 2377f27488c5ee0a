import type { OptionTally } from "@palabre/shared/terms";
import css from "./Spread.module.css";

const ENDS = [-3, 3] as const;
const at = (value: number): number => (100 * (value - ENDS[0])) / (ENDS[1] - ENDS[0]);

/** Where people see a link, from −3 to 3: half of them stand within the bar, half on each side of the dot. The words beside it say the same. */
export const Spread = ({ figures: { median = 0, low = median, high = median } }: { readonly figures: OptionTally }) => (
  <span className={css["spread"]} aria-hidden="true">
    <i className={css["zero"]} />
    <i
      className={css["half"]}
      data-sign={low < 0 && high > 0 ? "both" : median < 0 ? "minus" : "plus"}
      style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }}
    />
    <i className={css["dot"]} style={{ left: `${at(median)}%` }} />
    <small className={css["end"]}>−3</small>
    <small className={css["end"]}>+3</small>
  </span>
);

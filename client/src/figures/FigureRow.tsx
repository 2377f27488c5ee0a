import { useId, useState, type ReactNode } from "react";
import { useText } from "../i18n/index.ts";
import { ChevronDownIcon, ChevronUpIcon, IconButton, classes } from "../ui/index.ts";
import { useFreshness } from "./useFreshness.ts";
import css from "./FigureRow.module.css";

export interface FigureRowProps {
  readonly label: string;
  readonly value: ReactNode;
  /** what stands for the value at a glance: a sparkline, a plane, a bar */
  readonly picture?: ReactNode;
  /** the count and the period, or what is missing */
  readonly note: ReactNode;
  /** how the figure came about; opens in place */
  readonly why: ReactNode;
  /** equal while the figure is: a change tints the row once */
  readonly figure: string;
}

/** One figure of a panel: label, value, picture, count and period, and its reasons. To be put in a list. */
export const FigureRow = ({ label, value, picture, note, why, figure }: FigureRowProps) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const whyId = useId();
  const isFresh = useFreshness(figure);
  const hasPicture = Boolean(picture);
  return (
    <li className={classes(css["row"], isFresh && css["fresh"])}>
      <span className={css["label"]}>{label}</span>
      <span className={css["value"]}>{value}</span>
      {hasPicture && <span className={css["picture"]}>{picture}</span>}
      <span className={classes(css["note"], !hasPicture && css["wide"])}>{note}</span>
      <IconButton
        size="s"
        label={t("figures.whyOf", { measure: label })}
        icon={isOpen ? ChevronUpIcon : ChevronDownIcon}
        aria-expanded={isOpen}
        aria-controls={whyId}
        onPress={() => setOpen(!isOpen)}
      />
      <div id={whyId} className={css["why"]} hidden={!isOpen}>
        {isOpen && why}
      </div>
    </li>
  );
};

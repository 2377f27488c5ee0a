import { memo } from "react";
import { LockIcon, Icon } from "../ui/index.ts";
import css from "./MatrixGrid.module.css";

export interface MatrixCellProps {
  readonly row: number;
  readonly column: number;
  /** px from the beginning of the row; undefined for a sum, which stands at its end */
  readonly left: number | undefined;
  readonly label: string;
  readonly text: string;
  readonly tone: "plus" | "minus" | "several" | "self" | "sum" | undefined;
  readonly isDelayed: boolean;
  readonly isLocked: boolean;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** its row or column has the keyboard */
  readonly isOnCross: boolean;
}

/** One cell: the number with its sign, two strokes for a delay; a name that says it in words. */
export const MatrixCell = memo((cell: MatrixCellProps) => (
  <div
    role="gridcell"
    aria-colindex={cell.column + 2}
    aria-label={cell.label}
    aria-selected={cell.isChosen}
    tabIndex={cell.isActive ? 0 : -1}
    data-row={cell.row}
    data-column={cell.column}
    data-tone={cell.tone}
    // drawn by the style: it is short for the name, and would be read beside it
    data-text={cell.isDelayed ? `${cell.text}\u2009‖` : cell.text}
    data-chosen={cell.isChosen || undefined}
    data-cross={cell.isOnCross || undefined}
    className={css[cell.left === undefined ? "sum" : "cell"]}
    style={cell.left === undefined ? undefined : { left: cell.left }}
  >
    {cell.isLocked && <Icon of={LockIcon} size="meta" className={css["lock"]} />}
  </div>
));

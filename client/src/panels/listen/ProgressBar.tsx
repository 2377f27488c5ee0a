import type { ReactNode } from "react";
import css from "./ProgressBar.module.css";

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; undefined while nobody can tell */
  readonly share: number | undefined;
  readonly action?: ReactNode;
}

/** How far something is, in words and as a bar. */
export const ProgressBar = ({ label, share, action }: ProgressBarProps) => (
  <div className={css["progress"]}>
    <span>{label}</span>
    {action}
    <div
      className={css["track"]}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === undefined ? {} : { "aria-valuenow": Math.round(share * 100) })}
    >
      <span style={{ width: `${(share ?? 0) * 100}%` }} />
    </div>
  </div>
);

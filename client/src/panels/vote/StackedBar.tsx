import css from "./StackedBar.module.css";

export interface BarPart {
  /** 0 to 1 of the whole length */
  readonly share: number;
  /** g0 (worst) to g6 (best): grades */
  readonly tone: "leaf" | "plus" | "neutral" | "minus" | `g${number}`;
  /** what it stands for, for who points at it; the words beside the bar say it too */
  readonly label: string;
}

/** Shares side by side. The words under it say the same, so it is no more than a picture. */
export const StackedBar = ({
  parts,
  hasMiddle = false,
}: {
  readonly parts: readonly BarPart[];
  readonly hasMiddle?: boolean;
}) => (
  <span className={css["bar"]} aria-hidden="true">
    {parts.map(
      ({ share, tone, label }, place) =>
        share > 0 && (
          <i
            key={place}
            className={css["part"]}
            data-tone={tone}
            style={{ width: `${100 * share}%` }}
            title={label || undefined}
          />
        ),
    )}
    {hasMiddle && <i className={css["middle"]} />}
  </span>
);

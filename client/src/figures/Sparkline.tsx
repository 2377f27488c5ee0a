import css from "./Sparkline.module.css";
import { sparkPath } from "./sparkPath.ts";

export interface SparklineProps {
  /** counts in equal slices of time, oldest first */
  readonly series: readonly number[];
  /** what it shows, in words */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** How a count went, from zero, with a dot on the latest. Takes the colour of the text around it. */
export const Sparkline = ({ series, label, width = 56, height = 28 }: SparklineProps) => {
  const path = sparkPath(series, width, height);
  if (path === undefined) return null;
  return (
    <svg
      className={css["spark"]}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <path className={css["area"]} d={path.area} />
      <path className={css["line"]} d={path.line} />
      <circle cx={path.last[0]} cy={path.last[1]} r="2.6" />
    </svg>
  );
};

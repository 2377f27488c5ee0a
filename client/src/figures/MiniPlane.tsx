import css from "./MiniPlane.module.css";

export interface MiniPlaneProps {
  /** dependence, 0 to 1: to the right */
  readonly x: number;
  /** influence, 0 to 1: upwards */
  readonly y: number;
  readonly label: string;
  /** side in px */
  readonly size?: number;
}

/** Where a factor stands on the plane of dependence and influence. */
export const MiniPlane = ({ x, y, label, size = 30 }: MiniPlaneProps) => (
  <svg className={css["plane"]} width={size} height={size} viewBox="0 0 30 30" role="img" aria-label={label}>
    <rect x="1" y="1" width="28" height="28" rx="4" />
    <path d="M15 1v28M1 15h28" />
    <circle cx={3 + 24 * x} cy={27 - 24 * y} r="3.6" />
  </svg>
);

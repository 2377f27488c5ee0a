import { AlertIcon, classes, Icon } from "../ui/index.ts";
import type { EffectStep } from "./effectStep.ts";
import css from "./EffectArrow.module.css";

export interface EffectArrowProps {
  readonly step: EffectStep;
  readonly isUnwanted: boolean;
  readonly className?: string | undefined;
}

/** An arrow up or down in five sizes: longer, thicker and with a larger head from step to step. For the eye: words go with it. */
export const EffectArrow = ({ step, isUnwanted, className }: EffectArrowProps) => {
  const size = Math.abs(step);
  return (
    <span
      className={classes(css["arrow"], step > 0 ? css["up"] : css["down"], className)}
      data-effect={step}
      aria-hidden="true"
    >
      <svg viewBox="0 0 24 32" className={css["picture"]} style={{ height: HEIGHTS[size] }}>
        <path d={arrowOf(size)} transform={step < 0 ? "rotate(180 12 16)" : undefined} />
      </svg>
      {isUnwanted && <Icon of={AlertIcon} size="meta" className={css["alert"]} />}
    </span>
  );
};

/** em of what it stands in: the arrow grows with the badge that it makes. */
const HEIGHTS = ["0", "0.9em", "1.15em", "1.45em", "1.8em", "2.2em"] as const;

/** In a box of 24 × 32, its point on top; the shaft is 3 to 11 wide. */
function arrowOf(size: number): string {
  const half = 0.5 + size;
  const head = 6 + size * 1.15;
  const neck = 2 + head * 1.15;
  return `M12 2L${12 + head} ${neck}H${12 + half}V30H${12 - half}V${neck}H${12 - head}Z`;
}

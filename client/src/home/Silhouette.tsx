import { OUTLINES, type Outlined } from "./silhouettes.ts";

export interface SilhouetteProps {
  readonly kind: Outlined;
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
}

/** One kind, drawn inside an `svg`; its line stays 2 px at any scale. */
export const Silhouette = ({ kind, x = 0, y = 0, scale = 1 }: SilhouetteProps) => (
  <path
    d={OUTLINES[kind]}
    transform={`translate(${x} ${y}) scale(${scale})`}
    fill={`var(--${kind}-fill)`}
    stroke={`var(--${kind}-line)`}
    strokeWidth={2 / scale}
    strokeLinejoin="round"
  />
);

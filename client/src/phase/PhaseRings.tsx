import css from "./PhaseBar.module.css";

export interface PhaseRingsProps {
  /** from 1 */
  readonly place: number;
  readonly total: number;
  /** what part of its time the present step has used; undefined: it has no timer */
  readonly used: number | undefined;
}

const MIDDLE = 18;
const OUTERMOST = 16;
/** More would run into each other: an agenda longer than this is drawn in as many parts. */
const MOST_RINGS = 8;

/** The workshop as growth rings: a ring a step, filled from the heart outwards, the present one an arc that closes with its time. */
export const PhaseRings = ({ place, total, used }: PhaseRingsProps) => {
  const count = Math.min(total, MOST_RINGS);
  const current = Math.max(1, Math.ceil((place / total) * count));
  return (
    <svg className={css["rings"]} viewBox="0 0 36 36" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => {
        const r = ((i + 1) * OUTERMOST) / count;
        const round = 2 * Math.PI * r;
        const width = Math.min(1.65, (OUTERMOST / count) * 0.6);
        return (
          <g key={r}>
            <circle
              cx={MIDDLE}
              cy={MIDDLE}
              r={r}
              strokeWidth={width}
              className={i + 1 < current ? css["past"] : css["coming"]}
            />
            {i + 1 === current && (
              <circle
                cx={MIDDLE}
                cy={MIDDLE}
                r={r}
                strokeWidth={width + 0.8}
                className={css["present"]}
                strokeDasharray={used === undefined ? "1 4" : `${used * round} ${round}`}
                transform={`rotate(-90 ${MIDDLE} ${MIDDLE})`}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
};

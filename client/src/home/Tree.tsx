import { LEAVES } from "./leaves.ts";
import { Silhouette, type SilhouetteProps } from "./Silhouette.tsx";
import css from "./Tree.module.css";

const LEAF = "M0 0C6-12 20-16 32-12 28 2 14 8 0 0Z";
const CARDS: readonly SilhouetteProps[] = [
  { kind: "expectation", x: 158, y: 146, scale: 1.3 },
  { kind: "factor", x: 252, y: 84, scale: 1.3 },
  { kind: "strategy", x: 354, y: 92, scale: 1.2 },
  { kind: "expectation", x: 430, y: 158, scale: 1.3 },
  { kind: "factor", x: 336, y: 172, scale: 1.15 },
  { kind: "expectation", x: 240, y: 170, scale: 1.1 },
  { kind: "strategy", x: 108, y: 204, scale: 0.86 },
  { kind: "factor", x: 480, y: 214, scale: 0.72 },
];
const CROWN: readonly (readonly [cx: number, cy: number, rx: number, ry: number])[] = [
  [280, 96, 118, 74],
  [180, 132, 104, 70],
  [384, 132, 108, 72],
  [118, 182, 76, 50],
  [446, 184, 80, 52],
  [280, 168, 150, 66],
];
/** Where people sit, how near, and in which ink; the one in leaf is speaking. */
const PEOPLE: readonly (readonly [x: number, y: number, scale: number, ink: string])[] = [
  [112, 330, 0.82, "var(--ink-3)"],
  [190, 322, 0.76, "var(--ink-3)"],
  [374, 322, 0.76, "var(--ink-3)"],
  [450, 330, 0.82, "var(--ink-3)"],
  [70, 362, 1, "var(--ink-2)"],
  [150, 378, 1.1, "var(--leaf)"],
  [236, 386, 1.12, "var(--ink-2)"],
  [326, 386, 1.12, "var(--ink-2)"],
  [412, 378, 1.1, "var(--ink-2)"],
  [492, 362, 1, "var(--ink-2)"],
];

/** Strangers' first sight of Palabre: a circle of people, and a tree whose leaves are their cards. */
export const Tree = ({ label }: { readonly label: string }) => (
  <svg className={css["tree"]} viewBox="0 0 560 420" role="img" aria-label={label}>
    <ellipse cx="280" cy="352" rx="258" ry="38" fill="var(--leaf)" opacity=".1" />
    <g fill="var(--leaf)" opacity=".1">
      {CROWN.map(([cx, cy, rx, ry]) => (
        <ellipse key={`${cx} ${cy}`} {...{ cx, cy, rx, ry }} />
      ))}
    </g>
    <g fill="none" stroke="var(--ink-2)" strokeLinecap="round">
      <path strokeWidth="13" d="M276 318C274 286 262 262 238 236" />
      <path strokeWidth="12" d="M286 312C292 276 312 256 336 234" />
      <path
        strokeWidth="8"
        d="M244 244C224 226 192 222 160 206M328 242C356 222 384 222 416 204M280 300C282 262 276 238 284 206"
      />
      <path
        strokeWidth="5"
        d="M162 207C144 196 128 198 112 204M414 205C436 200 452 204 470 212M240 238C238 222 240 208 240 196M334 236C336 220 332 208 334 198"
      />
    </g>
    <path
      d="M258 352C266 330 268 312 266 296H296C294 314 298 334 308 352 292 358 274 358 258 352Z"
      fill="var(--ink-2)"
    />
    <g fill="var(--leaf)">
      {LEAVES.map(([x, y, angle, scale, opacity]) => (
        <path
          key={`${x} ${y}`}
          d={LEAF}
          transform={`translate(${x} ${y}) rotate(${angle}) scale(${scale})`}
          opacity={opacity}
        />
      ))}
    </g>
    {CARDS.map((card) => (
      <Silhouette key={`${card.x} ${card.y}`} {...card} />
    ))}
    {PEOPLE.map(([x, y, scale, ink]) => (
      <g key={x} transform={`translate(${x} ${y}) scale(${scale})`} fill={ink}>
        <path d="M-21 20C-24 14-17 8-13 6-11-1-6-5 0-5S11-1 13 6c4 2 11 8 8 14-5 3-37 3-42 0Z" />
        <circle cy="-14" r="7.8" />
      </g>
    ))}
    <path
      d="M172 332h26a7 7 0 0 1 7 7v8a7 7 0 0 1-7 7h-17l-9 8 1-9a7 7 0 0 1-7-7v-7a7 7 0 0 1 6-7Z"
      fill="var(--sheet)"
      stroke="var(--leaf)"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  </svg>
);

import type { Pair } from "@palabre/shared/terms";

/** How long light stays where it was. */
export const GLOW_MS = 1_200;

/** Where a laser was, in board px, and when. */
export interface TrailPoint {
  readonly at: Pair;
  readonly when: number;
}
/** A piece of a trail, and how much of its light is left: 1 new, 0 gone. */
export interface Glow {
  readonly from: Pair;
  readonly to: Pair;
  readonly light: number;
}

/** The trail with one point more; a pointer that rests adds none, and what has faded goes. */
export function lengthen(trail: readonly TrailPoint[], at: Pair, when: number): readonly TrailPoint[] {
  const last = trail.at(-1);
  const kept = fade(trail, when);
  return last && last.at[0] === at[0] && last.at[1] === at[1] ? kept : [...kept, { at, when }];
}

/** What still glows; the same array when nothing has gone. */
export function fade(trail: readonly TrailPoint[], now: number): readonly TrailPoint[] {
  const first = trail.findIndex(({ when }) => now - when < GLOW_MS);
  if (first === 0) return trail;
  return first < 0 ? [] : trail.slice(first);
}

/** The pieces of a trail, oldest first. */
export const glowsOf = (trail: readonly TrailPoint[], now: number): readonly Glow[] =>
  trail.slice(1).flatMap(({ at, when }, index) => {
    const from = trail[index]?.at;
    return from ? [{ from, to: at, light: Math.max(0, 1 - (now - when) / GLOW_MS) }] : [];
  });

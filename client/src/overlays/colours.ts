import { DIVERGING_STEPS, SEQUENTIAL_STEPS, type Scale } from "./scale.ts";

/** Groups that have a colour of their own; those that are smaller share one. */
export const COLOURED_GROUPS = 8;

/** The colour of a step as CSS: between two tokens on one scale, from brick over grey to blue on the other. */
export function colourOfStep(scale: Pick<Scale, "type">, step: number): string {
  if (scale.type === "sequential") {
    const share = Math.round((step / (SEQUENTIAL_STEPS - 1)) * 100);
    return `color-mix(in oklab, var(--scale-high) ${share}%, var(--scale-low))`;
  }
  if (step === 0) return "var(--edge)";
  const share = Math.round((Math.abs(step) / DIVERGING_STEPS) * 100);
  return `color-mix(in oklab, var(--${step < 0 ? "minus" : "plus"}) ${share}%, var(--edge))`;
}

/** The colour of a group by its place in the list; the ninth and all after it are alike. */
export const colourOfGroup = (place: number): string =>
  place < COLOURED_GROUPS ? `var(--person-${place + 1})` : "var(--edge)";

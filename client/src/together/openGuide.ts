import type { Place } from "@palabre/shared/terms";
import type { View } from "../state/index.ts";

/** Leads a view after places that come a few times a second, smoothly, until its person moves it themselves. */
export interface Guide {
  lead(to: Place): void;
  close(): void;
}

/** Of the way that is left, how much is gone in a frame of 1/60 s. */
const STEP = 0.25;
/** px of the board within which one has arrived, as a share of the width that is seen */
const NEAR = 0.001;

export function openGuide(view: View, onOwnMove: () => void): Guide {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let target: Place | undefined;
  let at: Place | undefined;
  let frame: number | undefined;
  let isLeading = false;
  const step = (): void => {
    frame = undefined;
    if (!target) return;
    const from = at ?? placeOf(view);
    const isNear = isCalm || from.every((value, axis) => Math.abs((target?.[axis] ?? value) - value) < from[2] * NEAR);
    const [x, y, width, height] = target;
    at = isNear ? target : [near(from[0], x), near(from[1], y), near(from[2], width), near(from[3], height)];
    isLeading = true;
    view.show({ x: at[0], y: at[1], width: at[2], height: at[3] });
    isLeading = false;
    if (!isNear) frame = requestAnimationFrame(step);
  };
  const unsubscribe = view.onMove(() => {
    if (!isLeading) onOwnMove();
  });
  return {
    lead: (to) => {
      target = to;
      frame ??= requestAnimationFrame(step);
    },
    close: () => {
      unsubscribe();
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

const near = (from: number, to: number): number => from + (to - from) * STEP;

/** What a view shows, as others are told. */
export const placeOf = (view: View): Place => {
  const { x, y, width, height } = view.seen();
  return [Math.round(x), Math.round(y), Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
};

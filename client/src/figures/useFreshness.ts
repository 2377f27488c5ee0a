import { useEffect, useRef, useState } from "react";

/** How long the ground of a new figure stays tinted, and how rarely that may happen, in ms. */
const TINT_MS = 1_200;
const REST_MS = 5_000;

/**
 * Whether a figure has just changed, for as long as its ground is tinted. What is there when it first appears is not new.
 * @param figures what is shown, as one string that is equal when the figures are
 */
export function useFreshness(figures: string): boolean {
  const [isFresh, setFresh] = useState(false);
  const shown = useRef(figures);
  const tintedAt = useRef(-Infinity);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (shown.current === figures) return;
    shown.current = figures;
    const now = performance.now();
    if (now - tintedAt.current < REST_MS) return;
    tintedAt.current = now;
    setFresh(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setFresh(false), TINT_MS);
  }, [figures]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return isFresh;
}

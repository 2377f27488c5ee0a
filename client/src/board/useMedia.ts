import { useCallback, useSyncExternalStore } from "react";

/** Widths at which the board's layout changes, in CSS px; the style sheets use the same numbers. */
export const NARROW = "(max-width: 640px)";
export const WIDE = "(min-width: 1101px)";

/** Whether a media query holds, followed as the window changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

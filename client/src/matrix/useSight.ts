import { useLayoutEffect, useState, type RefObject } from "react";
import { placesInSight, type Geometry, type Stretch } from "./geometry.ts";

/** The rows and columns in sight, followed as the table is scrolled and as its room changes; redraws only when they differ. */
export function useSight(
  scroller: RefObject<HTMLElement | null>,
  geometry: Geometry,
): { readonly rows: Stretch; readonly columns: Stretch; readonly onScroll: () => void } {
  const [sight, setSight] = useState({ left: 0, top: 0, width: 1_200, height: 700 });
  const read = (): void => {
    const at = scroller.current;
    if (!at) return;
    const now = { left: at.scrollLeft, top: at.scrollTop, width: at.clientWidth, height: at.clientHeight };
    setSight((before) => (isSame(placesInSight(geometry, before), placesInSight(geometry, now)) ? before : now));
  };
  useLayoutEffect(() => {
    const at = scroller.current;
    if (!at) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSight({ left: at.scrollLeft, top: at.scrollTop, width: at.clientWidth, height: at.clientHeight });
    });
    observer.observe(at);
    return () => observer.disconnect();
  }, [scroller]);
  return { ...placesInSight(geometry, sight), onScroll: read };
}

type Places = ReturnType<typeof placesInSight>;
const isSame = (a: Places, b: Places): boolean =>
  a.rows[0] === b.rows[0] && a.rows[1] === b.rows[1] && a.columns[0] === b.columns[0] && a.columns[1] === b.columns[1];

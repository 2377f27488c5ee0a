import { useLayoutEffect, useState } from "react";

/** How much of the canvas's top lies under slips just now, in px: what is put there by hand has to stay clear of it. */
export function useHanging(): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const slips = document.querySelector("[data-hanging]");
    if (!slips) return;
    const observer = new ResizeObserver(() => setHeight(slips.clientHeight));
    observer.observe(slips);
    return () => observer.disconnect();
  }, []);
  return height;
}

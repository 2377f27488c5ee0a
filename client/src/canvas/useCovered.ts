import { useLayoutEffect, useState } from "react";

/** How much of the canvas's right lies under a panel just now, in px: beside wide boards none, over the others all of its width. */
export function useCovered(): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const ground = document.querySelector<HTMLElement>("#canvas");
    const page = ground?.parentElement;
    if (!ground || !page) return;
    const measure = () => {
      const panel = page.querySelector<HTMLElement>(":scope > aside[data-panel]");
      // by the layout: while it slides in, it is seen elsewhere
      setWidth(panel ? Math.max(0, ground.offsetLeft + ground.offsetWidth - panel.offsetLeft) : 0);
    };
    const sizes = new ResizeObserver(measure);
    const watch = () => {
      sizes.disconnect();
      sizes.observe(ground);
      const panel = page.querySelector(":scope > aside[data-panel]");
      if (panel) sizes.observe(panel);
      measure();
    };
    const comings = new MutationObserver(watch);
    comings.observe(page, { childList: true });
    watch();
    return () => {
      comings.disconnect();
      sizes.disconnect();
    };
  }, []);
  return width;
}

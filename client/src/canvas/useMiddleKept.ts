import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";

/** What lies in the middle stays there when the window is another one, of a tablet that was turned for one; a panel that opens moves nothing. */
export function useMiddleKept(): void {
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  useEffect(() => {
    let windowWidth = innerWidth;
    return store.subscribe(({ width, height, transform: [x, y, zoom] }, before) => {
      if (width === before.width && height === before.height) return;
      // the height alone changes by the bars of a browser, which come and go under the hand
      if (innerWidth === windowWidth) return;
      windowWidth = innerWidth;
      if (before.width === 0) return;
      void setViewport({ x: x + (width - before.width) / 2, y: y + (height - before.height) / 2, zoom });
    });
  }, [store, setViewport]);
}

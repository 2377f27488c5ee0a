import { useEffect, useState } from "react";
import type { drawPlane } from "./drawPlane.ts";

interface Drawing {
  readonly draw: typeof drawPlane | undefined;
  /** it could not be fetched */
  readonly isMissing: boolean;
}

/** The library that draws is large and only fetched once a chart is on the screen. */
export function useDrawPlane(): Drawing {
  const [drawing, setDrawing] = useState<Drawing>({ draw: undefined, isMissing: false });
  useEffect(() => {
    let isOver = false;
    void import("./drawPlane.ts").then(
      (module) => {
        if (!isOver) setDrawing({ draw: module.drawPlane, isMissing: false });
      },
      () => {
        if (!isOver) setDrawing({ draw: undefined, isMissing: true });
      },
    );
    return () => {
      isOver = true;
    };
  }, []);
  return drawing;
}

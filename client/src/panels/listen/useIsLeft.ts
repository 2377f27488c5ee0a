import { useEffect, useRef, type RefObject } from "react";

/** Whether what asked is no longer drawn: an answer that comes then closes nothing, since something else may stand in its place. */
export function useIsLeft(): Readonly<RefObject<boolean>> {
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  return isLeft;
}

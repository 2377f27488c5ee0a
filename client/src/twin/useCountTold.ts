import { useEffect, useRef } from "react";
import { announce } from "../ui/index.ts";

/** How long the typing rests before its answer is said, in ms: a count for each letter would be a queue of them. */
const REST_MS = 600;

/**
 * Says how many cards are found when what is sought has changed, and only then: what others change meanwhile is told, or not, as one
 * chose for it.
 */
export function useCountTold(sought: string, count: string): void {
  const told = useRef(sought);
  const shown = useRef(count);
  useEffect(() => {
    shown.current = count;
  }, [count]);
  useEffect(() => {
    if (told.current === sought) return;
    const timer = setTimeout(() => {
      told.current = sought;
      announce(shown.current, "kept");
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [sought]);
}

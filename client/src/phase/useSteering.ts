import { useEffect, useEffectEvent } from "react";
import { useUi } from "../state/index.ts";
import type { Run } from "./useRun.ts";

/** The keys that do the same as the buttons, as they are told to who listens to the screen. */
export const NEXT_KEYS = "Control+Shift+Enter";
export const TIMER_KEYS = "Control+Shift+Space";

const done = new WeakSet<object>();

/**
 * Does what the keys of who leads ask for.
 * @param isRunning  of the timer; undefined: there is none
 */
export function useSteering(run: Run, isRunning: boolean | undefined): void {
  const asked = useUi(({ steering }) => steering);
  const steer = useEffectEvent((to: "next" | "timer"): void => {
    if (to === "next") run.next();
    else if (isRunning !== undefined) (isRunning ? run.pause : run.resume)();
  });
  useEffect(() => {
    // once, though the bar that did it may be followed by another
    if (!asked || done.has(asked)) return;
    done.add(asked);
    steer(asked.to);
  }, [asked]);
}

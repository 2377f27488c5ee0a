import { useEffect, useEffectEvent } from "react";
import { keepsItsKeys, matchesKey, type Key } from "../canvas/index.ts";
import type { MessageKey } from "../i18n/index.ts";
import type { Run } from "./useRun.ts";

/** Keys of who leads: chords that no hand presses by chance, since the whole room follows. */
export const RUN_KEYS = {
  next: { key: { key: "Enter", ctrl: true, shift: true }, message: "phase.next" },
  timer: { key: { key: " ", ctrl: true, shift: true }, message: "phase.pauseOrNot" },
} as const satisfies Readonly<Record<string, { readonly key: Key; readonly message: MessageKey }>>;

/** As they are told to who listens to the screen. */
export const NEXT_KEYS = "Control+Shift+Enter";

/** @param isRunning  of the timer; undefined: there is none */
export function useRunKeys(run: Run, isRunning: boolean | undefined): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat || keepsItsKeys(event.target)) return;
    if (matchesKey(event, RUN_KEYS.next.key)) run.next();
    else if (matchesKey(event, RUN_KEYS.timer.key) && isRunning !== undefined) (isRunning ? run.pause : run.resume)();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    // before a focused button takes Enter or Space for itself
    addEventListener("keydown", listen, { capture: true });
    return () => removeEventListener("keydown", listen, { capture: true });
  }, []);
}

import { useEffect, useState } from "react";
import type { PhaseNow } from "@palabre/shared/terms";
import { serverNow } from "./agenda.ts";
import { timeOf, type PhaseTime } from "./phaseTime.ts";

/** How the time of the present step stands, anew with each second of it. */
export function usePhaseTime(now: PhaseNow): PhaseTime {
  const [read, setRead] = useState(() => ({ now, at: serverNow() }));
  // while a timer stands still nobody reads the clock: it is read afresh before anything is shown of one that was changed
  if (read.now !== now) setRead({ now, at: serverNow() });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const at = serverNow();
      setRead({ now, at });
      const time = timeOf(now, at);
      // when the clock next shows another second, and not before
      if (time.type === "running") timer = setTimeout(look, (time.leftMs % 1_000) + 1);
    };
    timer = setTimeout(look);
    return () => clearTimeout(timer);
  }, [now]);
  return timeOf(now, read.at);
}

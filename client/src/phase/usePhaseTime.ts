import { useEffect, useState } from "react";
import type { PhaseNow } from "@palabre/shared/terms";
import { serverNow } from "./agenda.ts";
import { timeOf, type PhaseTime } from "./phaseTime.ts";

/** How the time of the present step stands, anew with each second of it. */
export function usePhaseTime(now: PhaseNow): PhaseTime {
  const [at, setAt] = useState(serverNow);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const read = serverNow();
      setAt(read);
      const time = timeOf(now, read);
      // when the clock next shows another second, and not before
      if (time.type === "running") timer = setTimeout(look, (time.leftMs % 1_000) + 1);
    };
    timer = setTimeout(look);
    return () => clearTimeout(timer);
  }, [now]);
  return timeOf(now, at);
}

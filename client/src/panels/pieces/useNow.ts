import { useEffect, useState } from "react";

/** Often enough for "2 minutes ago". */
const STEP_MS = 20_000;

/** The time of the day, moving in steps, for sentences that say how long ago something was. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

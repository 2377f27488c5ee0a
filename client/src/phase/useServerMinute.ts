import { useEffect, useState } from "react";
import { serverNow } from "./agenda.ts";

/** Often enough for a clock of hours and minutes. */
const STEP_MS = 10_000;

/** The server's time, in steps, for what is foreseen by the minute. */
export function useServerMinute(): number {
  const [at, setAt] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setAt(serverNow()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return at;
}

import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { arrivals, type PresentPerson } from "../people/index.ts";
import { COMEBACK_MS, isConnected, noticeSettings, useStatus } from "../state/index.ts";
import { announce } from "../ui/index.ts";
import { createArrivalWords } from "./arrivalWords.ts";

/** Those who are here already when one comes are not told one by one. */
const SETTLING_MS = 3_000;

/** Tells who listens that somebody came or went, and how many are here now; nothing of that while one's own line is cut. */
export function useArrivals(people: readonly PresentPerson[]): void {
  const { t } = useText();
  const isHeard = isConnected(useStatus());
  const known = useRef<readonly PresentPerson[]>(undefined);
  const settledAt = useRef<number>(undefined);
  const tell = useRef(createArrivalWords());
  useEffect(() => {
    if (!isHeard) return void (settledAt.current = undefined);
    const compare = () => {
      const before = known.current;
      known.current = people;
      if (!before || !noticeSettings().people) return;
      const words = tell.current(arrivals(before, people), people.length, performance.now(), t);
      if (words !== undefined) announce(words);
    };
    // after a cut the others may come back later than oneself
    settledAt.current ??= performance.now() + (known.current ? COMEBACK_MS : SETTLING_MS);
    const left = settledAt.current - performance.now();
    if (left <= 0) return compare();
    const timer = setTimeout(compare, left);
    return () => clearTimeout(timer);
  }, [people, t, isHeard]);
}

import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { arrivals, type PresentPerson } from "../people/index.ts";
import { noticeSettings } from "../state/index.ts";
import { announce } from "../ui/index.ts";
import { createArrivalWords } from "./arrivalWords.ts";

/** Those who are here already when one comes are not told one by one. */
const SETTLING_MS = 3_000;

/** Tells who listens that somebody came or went, and how many are here now. */
export function useArrivals(people: readonly PresentPerson[]): void {
  const { t } = useText();
  const before = useRef(people);
  const since = useRef<number>(undefined);
  const tell = useRef(createArrivalWords());
  useEffect(() => {
    const known = before.current;
    before.current = people;
    since.current ??= performance.now();
    if (known === people || !noticeSettings().people || performance.now() - since.current < SETTLING_MS) return;
    const words = tell.current(arrivals(known, people), people.length, performance.now(), t);
    if (words !== undefined) announce(words);
  }, [people, t]);
}

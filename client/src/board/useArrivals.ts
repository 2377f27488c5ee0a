import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { arrivals, type PresentPerson } from "../people/index.ts";
import { noticeSettings } from "../state/index.ts";
import { announce } from "../ui/index.ts";

/** Those who are here already when one comes are not told one by one. */
const SETTLING_MS = 3_000;

/** Tells who listens that somebody came or went, and how many are here now. */
export function useArrivals(people: readonly PresentPerson[]): void {
  const { t } = useText();
  const before = useRef(people);
  const since = useRef<number>(undefined);
  useEffect(() => {
    const known = before.current;
    before.current = people;
    since.current ??= performance.now();
    if (known === people || !noticeSettings().people || performance.now() - since.current < SETTLING_MS) return;
    const { came, went } = arrivals(known, people);
    const [arrived] = came;
    const [left] = went;
    const n = people.length;
    if (arrived)
      announce(came.length === 1 ? t("board.joined", { name: arrived.name, n }) : t("board.joinedSeveral", { n }));
    else if (left)
      announce(went.length === 1 ? t("board.left", { name: left.name, n }) : t("board.leftSeveral", { n }));
  }, [people, t]);
}

import type { Text } from "../i18n/index.ts";
import type { PresentPerson } from "../people/index.ts";

interface Arrivals {
  readonly came: readonly Pick<PresentPerson, "name">[];
  readonly went: readonly Pick<PresentPerson, "name">[];
}

const MINUTE_MS = 60_000;
/** Of more comings and goings in a minute only the number is told, of who is here then. */
const NAMED_PER_MINUTE = 5;

/** Who came or went, in words; it remembers when it was asked, so that a crowd at the door is a number. */
export function createArrivalWords(): (arrivals: Arrivals, n: number, now: number, t: Text["t"]) => string | undefined {
  let named: readonly number[] = [];
  return ({ came, went }, n, now, t) => {
    const [arrived] = came;
    const [left] = went;
    if (!arrived && !left) return undefined;
    named = named.filter((at) => now - at < MINUTE_MS);
    if (named.length >= NAMED_PER_MINUTE) return t("board.people", { n });
    named = [...named, now];
    if (arrived)
      return came.length === 1 ? t("board.joined", { name: arrived.name, n }) : t("board.joinedSeveral", { n });
    return left && (went.length === 1 ? t("board.left", { name: left.name, n }) : t("board.leftSeveral", { n }));
  };
}

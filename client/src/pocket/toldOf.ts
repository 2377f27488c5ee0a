import type { PocketView } from "@palabre/shared/protocol";

type Seen = {
  readonly [Part in "ballots" | "results"]: readonly Pick<PocketView[Part][number], "id">[];
} & { readonly step: object | null } & { readonly write: Pick<PocketView["write"], "bar"> };

/** What facilitators do to everybody, or to one person, within a step. */
const BARS = { frozen: "pocket.barFrozen", muted: "pocket.barMuted" } as const;
const barOf = ({ write: { bar } }: Seen) => (bar === "frozen" || bar === "muted" ? BARS[bar] : undefined);

/** What is said of what became of a workshop, in this order. */
export function toldOf(was: Seen, is: Seen) {
  const [before, now] = [barOf(was), barOf(is)];
  const isNew = is.ballots.some(({ id }) => !was.ballots.some((each) => each.id === id));
  // one that is published is said by its result
  const isClosed = was.ballots.some(({ id }) => ![...is.ballots, ...is.results].some((each) => each.id === id));
  const told = [
    was.step && !is.step && "pocket.stepsOver",
    isClosed && "pocket.voteClosed",
    now !== before && (now ?? (is.write.bar === undefined && "pocket.barOver")),
    isNew && "pocket.asked",
  ] as const;
  return told.filter((key) => key !== false && key !== null && key !== undefined);
}

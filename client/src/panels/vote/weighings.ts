import type { Ballot, BallotId, LinkId, OptionTally, Tally } from "@palabre/shared/terms";

export interface Weighing {
  readonly ballot: Ballot;
  readonly tally: Tally;
  readonly figures: OptionTally;
}

/** What the last published weighing says of each link that enough people weighed. */
export function weighings(ballots: ReadonlyMap<BallotId, Ballot>): ReadonlyMap<LinkId, Weighing> {
  const found = new Map<LinkId, Weighing>();
  for (const ballot of ballots.values()) {
    const { tally, method, options } = ballot;
    if (method !== "links" || !tally || tally.isHeldBack === true) continue;
    for (const { on } of options) {
      const figures = tally.perOption[on];
      // the options of a weighing are links
      const link = on as LinkId;
      const known = found.get(link);
      // of a link that too few weighed nothing is told
      if (figures?.median === undefined || (known && known.tally.publishedAt > tally.publishedAt)) continue;
      found.set(link, { ballot, tally, figures });
    }
  }
  return found;
}

/** Whether people see opposite signs in a link: half of them reach from the one to the other. */
export const isOpposed = ({ low = 0, high = 0 }: OptionTally): boolean => low < 0 && high > 0;

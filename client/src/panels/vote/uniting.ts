import type { Ballot, BallotOption, OptionTally, Tally } from "@palabre/shared/terms";

export interface Uniting {
  readonly option: BallotOption;
  /** 0 to 1: how much it unites, or divides */
  readonly value: number;
}

/** What unites and what divides, the strongest first, and how that is known. */
export interface Sides {
  readonly unites: readonly Uniting[];
  readonly divides: readonly Uniting[];
  readonly by: "groups" | "all";
  /** of something that enough people spoke of, it isn't told what groups say: it would tell what a few answered */
  readonly isPartly: boolean;
}

/** A group remembers a few things, not a list. */
const MOST = 4;
/**
 * Where groups agree at least so much it unites: two groups of five who all agree come to 0.73, five of them to 0.46, so that it is the mean of
 * the groups (geometric, as it is a product) that counts. Where two are at least so far apart, it divides.
 */
const UNITES_FROM = Math.sqrt(0.6);
const DIVIDES_FROM = 0.4;
/** Without groups: consensus of one option, 0 to 1. */
const AGREED_FROM = 0.75;
const APART_BELOW = 0.5;

/**
 * What unites and what divides: by opinion groups where people stand in some and it is told of anything, else by how alike people answer. What
 * is in the one list is not in the other.
 */
export function uniting({ options, method }: Ballot, { perOption, groups = [] }: Tally): Sides {
  const pick = (value: (figures: OptionTally) => number | undefined): readonly Uniting[] =>
    options
      .flatMap((option): Uniting[] => {
        const figures = perOption[option.on];
        const found = figures && value(figures);
        return found === undefined ? [] : [{ option, value: found }];
      })
      .toSorted((a, b) => b.value - a.value);
  const spokenOf = options.flatMap(({ on }) => perOption[on] ?? []).filter(({ agree }) => agree !== undefined);
  const isPartly = groups.length > 1 && spokenOf.some(({ unites }) => unites === undefined);
  if (groups.length > 1 && spokenOf.some(({ unites }) => unites !== undefined)) {
    const divides = pick(({ divides: value }) =>
      value !== undefined && value >= DIVIDES_FROM ? value : undefined,
    ).slice(0, MOST);
    const apart = new Set(divides.map(({ option }) => option.on));
    const unites = pick(({ unites: value }) =>
      value !== undefined && value ** (1 / groups.length) >= UNITES_FROM ? value : undefined,
    );
    return {
      unites: unites.filter(({ option }) => !apart.has(option.on)).slice(0, MOST),
      divides,
      by: "groups",
      isPartly,
    };
  }
  // one point on one thing says nothing of how alike people think
  if (method === "dots" || method === "pairwise") return { unites: [], divides: [], by: "all", isPartly };
  const isApart = ({ consensus, isPolarised }: OptionTally): boolean =>
    isPolarised === true || (consensus !== undefined && consensus < APART_BELOW);
  return {
    unites: pick((each) => (!isApart(each) && (each.consensus ?? 0) >= AGREED_FROM ? each.consensus : undefined)).slice(
      0,
      MOST,
    ),
    divides: pick((each) => (isApart(each) ? 1 - (each.consensus ?? 0) : undefined)).slice(0, MOST),
    by: "all",
    isPartly,
  };
}

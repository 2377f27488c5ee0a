import { followConstraints, groupsOf, type Constrained, type Constraints } from "./constraints.ts";
import { explore, type Visitor } from "./explore.ts";
import { Frontier, frontierOf } from "./frontier.ts";
import { visitGreedily } from "./greedy.ts";
import { createService, createSum, type Objective } from "./objective.ts";
import { isMore } from "./tie.ts";
import { tieVisitor } from "./tieVisitor.ts";

/** Something that can be done, or not. */
export interface PortfolioOption extends Constrained {
  /** 0 or more, in one unit for all options */
  readonly cost: number;
}
/** An option whose value adds up with that of others. */
export interface ValuedOption extends PortfolioOption {
  readonly value: number;
}
/** An option that serves expectations: its effect on each, −1 to 1, in one order for all options. */
export interface ServingOption extends PortfolioOption {
  readonly effects: readonly number[];
}

/** Some of the options, by place, rising. */
export interface Selection {
  readonly options: readonly number[];
  readonly cost: number;
  readonly value: number;
}

/** What can be had for which cost. */
export interface Portfolios {
  /** what no other portfolio beats, by rising cost and value; one portfolio a point, where several tie */
  readonly frontier: readonly Selection[];
  /** the most valuable portfolios within the budget, of these the cheapest; several when they tie, 20 at most */
  readonly best: readonly Selection[];
  /** whether `best` holds all that tie */
  readonly hasAllTies: boolean;
  /** options that some of those that tie hold and others don't, by place, whether or not `best` holds them all */
  readonly tied: ReadonlySet<number>;
  /** false when there were too many portfolios to look at all: frontier and best are what was found */
  readonly isComplete: boolean;
}

/** More equally good portfolios than anybody compares. */
const MOST_TIES = 20;
/** Up to this many options every place is looked at, if need be. */
const MOST_EXACT = 25;
/** Places of the search beyond: about a second. */
const MOST_PLACES = 300_000;
/** Places of the search for ties, which is begun once the best value is known. */
const MOST_TIE_PLACES = 100_000;
/** States of the dynamic programme: about as long. */
const MOST_STATES = 2_000_000;

/**
 * The best portfolios of options whose values add up, exactly: dynamic programming over the costs that occur, option by option,
 * keeping of each cost what no cheaper portfolio beats (Nemhauser, Ullmann). With whole costs there are never more states than
 * the costs have sums. Options that `requires` or `excludes` tie together are first searched as a group by branch and bound.
 *
 * Example: costs 2, 3, 4 and values 3, 4, 5 within 5: the first two, 7 for 5.
 * @param budget none when left out; below 0 nothing is affordable
 * @see Nemhauser, Ullmann, "Discrete dynamic programming and capital allocation", Management Science 15, 1969
 */
export function findPortfolios(options: readonly ValuedOption[], budget: number = Infinity): Portfolios {
  const constraints = followConstraints(options);
  let isComplete = true;
  let states: readonly Chain[] = [{ last: undefined, before: undefined, cost: 0, value: 0 }];
  for (const group of groupsOf(constraints)) {
    const own = searchFrontier(options, createSum(options.map(({ value }) => value)), constraints, group);
    isComplete &&= own.isComplete;
    states = join(states, own.frontier);
    if (states.length > MOST_STATES) {
      isComplete = false;
      states = states.filter((_, place) => place % 2 === 0);
    }
  }
  const frontier = states.map(unchain);
  const ties = findTies(options, createSum(options.map(({ value }) => value)), constraints, frontier, budget);
  return { frontier, ...ties, isComplete };
}

/**
 * The best portfolios of options that serve expectations: Σ over expectations of 1 − Π(1 − effect), harm counted the same way
 * against (`createService`), by branch and bound. The bound of a portfolio is what the options that are left would add if each
 * came alone, which is never less than what they add together, filled up by value for cost, the last one in part.
 *
 * Exact with up to 25 options; with many more the search may be given up, which `isComplete` says.
 * @param budget none when left out
 */
export function findServingPortfolios(options: readonly ServingOption[], budget: number = Infinity): Portfolios {
  const constraints = followConstraints(options);
  const objective = createService(options.map(({ effects }) => effects));
  const { frontier, isComplete } = searchFrontier(options, objective, constraints, [...options.keys()]);
  return { frontier, ...findTies(options, objective, constraints, frontier, budget), isComplete };
}

function searchFrontier(
  options: readonly PortfolioOption[],
  objective: Objective,
  constraints: Constraints,
  group: readonly number[],
): { readonly frontier: readonly Selection[]; readonly isComplete: boolean } {
  const costs = options.map(({ cost }) => cost);
  const densities = costs.map((cost, option) => objective.mostOf(option) / cost || 0);
  const order = [...group].sort((a, b) => compare(densities[b] ?? 0, densities[a] ?? 0));
  const step = stepOf(costs);
  const found = new Frontier<Selection>();
  const visitor: Visitor = {
    visit(chosen, cost, value) {
      const place = found.countUpTo(cost);
      const cheaper = found.points[place - 1];
      if (cheaper === undefined || isMore(value, cheaper.value)) found.offer({ options: [...chosen], cost, value });
    },
    isHopeless(cost, value, outlook) {
      // everything ahead lies on or below the outlook: does it lie on or below the frontier everywhere?
      let place = found.countUpTo(cost);
      let [lastCost, lastValue] = [cost, value];
      for (let index = 0; index < outlook.length; index += 1) {
        const nextCost = outlook.costs[index] ?? 0;
        const nextValue = outlook.values[index] ?? 0;
        for (;;) {
          const reached = found.points[place - 1]?.value ?? -Infinity;
          const changesAt = found.points[place]?.cost ?? Infinity;
          if (changesAt >= nextCost) {
            if (isMore(Math.min(nextValue, outlook.ceiling), reached)) return false;
            break;
          }
          // the last cost before the frontier rises that can occur; what is cheaper was looked at already
          const at = step > 0 ? cost + step * (Math.ceil((changesAt - cost) / step - 1e-6) - 1) : changesAt;
          if (at > lastCost) {
            const worth = lastValue + ((nextValue - lastValue) * (at - lastCost)) / (nextCost - lastCost);
            if (isMore(Math.min(worth, outlook.ceiling), reached)) return false;
          }
          place += 1;
        }
        [lastCost, lastValue] = [nextCost, nextValue];
      }
      return true;
    },
  };
  const mostPlaces = group.length <= MOST_EXACT ? Infinity : MOST_PLACES;
  visitGreedily(costs, objective, constraints, order, visitor);
  const twins = twinsOf(options, constraints, order);
  const isComplete = explore({ costs, objective, constraints, order, twins, mostPlaces }, visitor);
  return { frontier: found.points.map(inOrder), isComplete };
}

/** The largest amount, a whole number of hundredths, of which every cost is a multiple; 0 when there is none. */
function stepOf(costs: readonly number[]): number {
  let step = 0;
  for (const cost of costs) {
    const hundredths = Math.round(cost * 100);
    if (Math.abs(hundredths - cost * 100) > 1e-6 || !Number.isSafeInteger(hundredths)) return 0;
    let rest = hundredths;
    while (rest > 0) [step, rest] = [rest, step % rest];
  }
  return step / 100;
}

/** Options equal in everything and bound to nothing: of these it is enough to look at the first few, not at every few. */
function twinsOf(
  options: readonly PortfolioOption[],
  { together, dependents, rivals }: Constraints,
  order: readonly number[],
): readonly (readonly number[])[] {
  const isFree = (option: number) =>
    together[option]?.length === 1 && dependents[option]?.length === 0 && rivals[option]?.length === 0;
  const keys = options.map((option, place) =>
    isFree(place) ? JSON.stringify({ ...option, requires: [], excludes: [] }) : "",
  );
  return options.map((_, option) =>
    keys[option] === "" ? [] : order.slice(order.indexOf(option) + 1).filter((other) => keys[other] === keys[option]),
  );
}

// Infinity − Infinity and 0 / 0 are no order
const compare = (one: number, other: number): number => (one > other ? 1 : one < other ? -1 : 0);
const inOrder = ({ options, cost, value }: Selection): Selection => ({
  options: [...options].sort((a, b) => a - b),
  cost,
  value,
});

/** The portfolios as good as the best one on the frontier within the budget, the earliest options first, and in what they differ. */
function findTies(
  options: readonly PortfolioOption[],
  objective: Objective,
  constraints: Constraints,
  frontier: readonly Selection[],
  budget: number,
): Pick<Portfolios, "best" | "hasAllTies" | "tied"> {
  const first = frontier.findLast(({ cost }) => !isMore(cost, budget));
  if (first === undefined || Number.isNaN(budget)) return { best: [], hasAllTies: true, tied: new Set() };
  const costs = options.map(({ cost }) => cost);
  const order = [...options.keys()];
  const field = { costs, objective, constraints, order, twins: [], mostPlaces: MOST_TIE_PLACES };
  const found: Selection[] = [];
  const visitor = tieVisitor(first, MOST_TIES + 1, (chosen, cost, value) =>
    found.push(inOrder({ options: chosen, cost, value })),
  );
  const isEnded = explore(field, visitor);
  const best = found.length === 0 ? [first] : found.slice(0, MOST_TIES);
  const hasAllTies = isEnded && found.length <= MOST_TIES;
  const mostPlaces = Math.ceil(MOST_PLACES / options.length);
  const isTied = (option: number): boolean => {
    const holders = best.filter((tie) => tie.options.includes(option)).length;
    const isAmongBest = holders > 0 && holders < best.length;
    // a search that was given up for its length would be again
    if (isAmongBest || found.length <= MOST_TIES) return isAmongBest;
    // what every option requires is in all that can be looked at, but for nothing at all
    const bound =
      holders > 0
        ? { ...constraints, together: constraints.together.with(option, undefined) }
        : followConstraints(options.map((one) => ({ ...one, requires: [...(one.requires ?? []), option] })));
    let isOther = false;
    const other = tieVisitor(first, 1, () => (isOther = true), holders > 0 ? undefined : option);
    const ahead = [option, ...order.filter((each) => each !== option)];
    explore({ ...field, constraints: bound, order: ahead, mostPlaces }, other);
    return isOther;
  };
  return { best, hasAllTies, tied: new Set(order.filter(isTied)) };
}

/** A portfolio as a chain: what was added last, and what it was added to. */
interface Chain {
  readonly last: Selection | undefined;
  readonly before: Chain | undefined;
  readonly cost: number;
  readonly value: number;
}

/** Every state with every choice of a further group, without what is beaten. */
function join(states: readonly Chain[], choices: readonly Selection[]): readonly Chain[] {
  const [first] = choices;
  if (choices.length <= 1 && (first === undefined || first.options.length === 0)) return states;
  const joined = choices.map((choice) =>
    states.map((state): Chain => ({
      last: choice,
      before: state,
      cost: state.cost + choice.cost,
      value: state.value + choice.value,
    })),
  );
  // each list rises already: merging keeps the whole linear
  return frontierOf(joined.reduce(merge));
}

function merge(one: readonly Chain[], other: readonly Chain[]): Chain[] {
  const merged: Chain[] = [];
  let [left, right] = [0, 0];
  while (left < one.length || right < other.length) {
    const [a, b] = [one[left], other[right]];
    if (b === undefined || (a !== undefined && (a.cost < b.cost || (a.cost === b.cost && a.value >= b.value)))) {
      if (a !== undefined) merged.push(a);
      left += 1;
    } else {
      merged.push(b);
      right += 1;
    }
  }
  return merged;
}

function unchain(state: Chain): Selection {
  const options: number[] = [];
  for (let chain: Chain | undefined = state; chain !== undefined; chain = chain.before)
    options.push(...(chain.last?.options ?? []));
  return inOrder({ options, cost: state.cost, value: state.value });
}

import type { Constraints } from "./constraints.ts";
import type { Objective } from "./objective.ts";

/**
 * How much more can be gained for how much more cost, at best: cost and value after each further option, best value for its
 * cost first; in between, a part of the option for a part of its cost. No portfolio that goes on from here lies above.
 */
export interface Outlook {
  length: number;
  /** what all further options together can't exceed */
  ceiling: number;
  readonly costs: Float64Array;
  readonly values: Float64Array;
}

/** What looks at portfolios as they come by. */
export interface Visitor {
  /** Looks at a portfolio that keeps all constraints; `chosen` is one reused list, in the order of taking. */
  visit(chosen: readonly number[], cost: number, value: number): void;
  /** Whether nothing that goes on from here is of interest. */
  isHopeless(cost: number, value: number, outlook: Outlook): boolean;
}

/** What is explored. */
export interface Field {
  readonly costs: readonly number[];
  readonly objective: Objective;
  readonly constraints: Constraints;
  /** options in the order in which they are decided */
  readonly order: readonly number[];
  /** of each option, those that are its equals in everything: once it is left out, they are too; empty to tell them apart */
  readonly twins: readonly (readonly number[])[];
  /** places that are looked at before the search is given up */
  readonly mostPlaces: number;
}

/**
 * Branch and bound over all portfolios that keep their constraints, the one with an option before those without it.
 * @returns whether the search came to its end
 */
export function explore({ costs, objective, constraints, order, twins, mostPlaces }: Field, visitor: Visitor): boolean {
  const OPEN = 0;
  const TAKEN = 1;
  const OUT = -1;
  const state = new Int8Array(costs.length);
  for (const option of costs.keys()) if (constraints.together[option] === undefined) state[option] = OUT;
  const chosen: number[] = [];
  const outlook: Outlook = {
    length: 0,
    ceiling: 0,
    costs: new Float64Array(costs.length),
    values: new Float64Array(costs.length),
  };
  const most = new Float64Array(costs.length);
  const density = new Float64Array(costs.length);
  const ranked: number[] = [];
  let places = 0;

  const lookAhead = (place: number, cost: number, value: number): Outlook => {
    ranked.length = 0;
    for (let next = place; next < order.length; next += 1) {
      const option = order[next] ?? 0;
      if (state[option] !== OPEN) continue;
      const gain = objective.mostOf(option);
      if (gain <= 0) continue;
      most[option] = gain;
      density[option] = gain / (costs[option] ?? 0);
      let at = ranked.length;
      while (at > 0 && (density[ranked[at - 1] ?? 0] ?? 0) < (density[option] ?? 0)) {
        ranked[at] = ranked[at - 1] ?? 0;
        at -= 1;
      }
      ranked[at] = option;
    }
    outlook.ceiling = value + objective.mostOfAll(ranked);
    let [reached, worth] = [cost, value];
    for (let index = 0; index < ranked.length; index += 1) {
      const option = ranked[index] ?? 0;
      outlook.costs[index] = reached += costs[option] ?? 0;
      outlook.values[index] = worth += most[option] ?? 0;
    }
    outlook.length = ranked.length;
    return outlook;
  };

  const decide = (from: number, cost: number): boolean => {
    let place = from;
    while (place < order.length && state[order[place] ?? 0] !== OPEN) place += 1;
    if (place === order.length) return true;
    places += 1;
    if (places > mostPlaces) return false;
    if (visitor.isHopeless(cost, objective.value, lookAhead(place, cost, objective.value))) return true;
    const option = order[place] ?? 0;
    const changed: number[] = [];
    const set = (what: number, to: number) => {
      state[what] = to;
      changed.push(what);
    };
    const undo = () => {
      for (const what of changed) state[what] = OPEN;
      changed.length = 0;
    };
    const added = (constraints.together[option] ?? []).filter((one) => state[one] !== TAKEN);
    let isDone = true;
    if (added.every((one) => state[one] === OPEN)) {
      for (const one of added) {
        set(one, TAKEN);
        objective.take(one);
        chosen.push(one);
      }
      for (const one of added) {
        for (const rival of constraints.rivals[one] ?? []) {
          if (state[rival] !== OPEN) continue;
          set(rival, OUT);
          for (const other of constraints.dependents[rival] ?? []) if (state[other] === OPEN) set(other, OUT);
        }
      }
      const total = added.reduce((sum, one) => sum + (costs[one] ?? 0), cost);
      visitor.visit(chosen, total, objective.value);
      isDone = decide(place + 1, total);
      for (const _ of added) {
        objective.drop();
        chosen.pop();
      }
      undo();
    }
    if (!isDone) return false;
    set(option, OUT);
    for (const fallen of [constraints.dependents[option] ?? [], twins[option] ?? []])
      for (const other of fallen) if (state[other] === OPEN) set(other, OUT);
    isDone = decide(place + 1, cost);
    undo();
    return isDone;
  };
  visitor.visit(chosen, 0, objective.value);
  return decide(0, 0);
}

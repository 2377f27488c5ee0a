import type { BoardSnapshot, Budget, CardId } from "../../terms/index.ts";
import { runWhatIf, type WhatIf } from "../scenario/index.ts";
import { readMap, type SignedMap } from "../structure/index.ts";
import { commonUnit, findLeftOut, type LeftOut, type Unit } from "./leftOut.ts";
import { followConstraints } from "./constraints.ts";
import { findPortfolios, findServingPortfolios, type PortfolioOption, type Selection } from "./portfolio.ts";
import { createRobustRun, type RobustInput, type Robustness } from "./robust.ts";
import { socialReturn } from "./socialRoi.ts";
import { isMore } from "./tie.ts";
import type { Weighing } from "./weighing.ts";

/** What is to be said of one strategy beside the others. */
export interface StrategyChoice {
  readonly cost: number | undefined;
  readonly gain: number | undefined;
  readonly unit: Unit | undefined;
  /** (gain − cost) / cost, undefined while one is not given, and for a cost of 0 */
  readonly roi: number | undefined;
  /** what it is worth alone: served expectations less harmed ones, or its gain; 0 when that is not given */
  readonly value: number;
  /** what-if effect on each expectation that it changes, −1 to 1, done alone */
  readonly effects: ReadonlyMap<CardId, number>;
  readonly outcome: WhatIf["outcome"];
  /** whether the budget pays for it with all that it requires; undefined without a budget, and when it is left out */
  readonly isAffordable: boolean | undefined;
  /** whether the best portfolio holds it; undefined without a budget, and when it is left out */
  readonly inBest: boolean | undefined;
  /** whether some of the equally good portfolios hold it, and some do not */
  readonly isTied: boolean;
  readonly leftOut: LeftOut | undefined;
}

/** Strategies done together. */
export interface Portfolio {
  /** in the order of the board */
  readonly strategies: readonly CardId[];
  readonly cost: number;
  readonly value: number;
}

/** Everything that panel and annotations say of the choice between strategies. */
export interface Choice {
  /** what value means: expectations served on the map, or the gains given, where no strategy reaches an expectation */
  readonly basis: "expectations" | "gain";
  /** every strategy that is not in the trash */
  readonly strategies: ReadonlyMap<CardId, StrategyChoice>;
  /** unit of all costs in portfolios: that of the budget, else the one most costs are given in; undefined when nothing is costed */
  readonly unit: Unit | undefined;
  /** the best portfolio within the budget; undefined without a budget, and when no strategy takes part */
  readonly best: Portfolio | undefined;
  /** all that are as good, `best` among them; 20 at most */
  readonly ties: readonly Portfolio[];
  /** whether `ties` are all there are */
  readonly hasAllTies: boolean;
  /** what no other portfolio beats, by rising cost and value, whatever the budget; empty when no strategy takes part */
  readonly frontier: readonly Portfolio[];
  /** false when there were too many portfolios to look at all */
  readonly isComplete: boolean;
  /** undefined until it is computed */
  readonly robustness: Robustness | undefined;
}

/** What the choice hangs on besides the board. */
export interface ChoiceOptions {
  readonly budget?: Budget | undefined;
  /** the map of the board as the group weighs it; as drawn when not given */
  readonly map?: SignedMap | undefined;
  /** how each person weighs the influences; when given, robustness is computed at once, with 500 draws */
  readonly weighings?: readonly Weighing[] | undefined;
  /** robustness that was computed elsewhere, in pieces */
  readonly robustness?: Robustness | undefined;
}

const DRAWS = 500;

/**
 * Which strategies to choose: what each does to the expectations, what it costs, and what is best together.
 *
 * Costs in different units are never summed: one unit is taken, and strategies that are costed otherwise are said to be left
 * out, as are those without a cost. A cost of 0 is 0 in every unit. A strategy that requires one that is left out is left out too; names of what is no
 * strategy of the board, or in the trash, count for nothing.
 *
 * A board without strategies has an empty choice, on the basis of gain.
 */
export function readChoice(snapshot: BoardSnapshot, options: ChoiceOptions = {}): Choice {
  const { budget, weighings, map = readMap(snapshot) } = options;
  const cards = map.cards.flatMap(({ id, kind }) => (kind === "strategy" ? (snapshot.cards.get(id) ?? []) : []));
  const expectations = map.cards.filter(({ kind }) => kind === "expectation").map(({ id }) => id);
  const alone = new Map(cards.map(({ id }) => [id, runWhatIf(map, new Map([[id, 1]]))]));
  const effectsOf = (id: CardId) => expectations.map((expectation) => alone.get(id)?.effects.get(expectation) ?? 0);
  const servesAny = cards.some(({ id }) => effectsOf(id).some((effect) => effect !== 0));
  const basis = servesAny ? "expectations" : "gain";
  const unit = budget?.unit ?? commonUnit(cards);
  const leftOut = findLeftOut(cards, unit, basis);
  const taking = cards.filter(({ id }) => !leftOut.has(id));
  const placeOf = new Map(taking.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly CardId[] = []) => ids.flatMap((id) => placeOf.get(id) ?? []);
  const choices = taking.map(({ id, attributes: { cost = 0, gain = 0, requires, excludes } }) => ({
    cost,
    requires: placesOf(requires),
    excludes: placesOf(excludes),
    value: gain,
    effects: effectsOf(id),
  }));
  const needed = followConstraints(choices).together;
  const found =
    basis === "gain" ? findPortfolios(choices, budget?.amount) : findServingPortfolios(choices, budget?.amount);
  const toPortfolio = ({ options: places, cost, value }: Selection): Portfolio => ({
    strategies: places.flatMap((place) => taking[place]?.id ?? []),
    cost: round(cost),
    value: round(value),
  });
  const ties = budget === undefined || taking.length === 0 ? [] : found.best.map(toPortfolio);
  const [best] = ties;
  const strategies = cards.map((card): [CardId, StrategyChoice] => {
    const { cost, gain, unit: own } = card.attributes;
    const effects = new Map(
      expectations.flatMap((id, place): [CardId, number][] => {
        const effect = effectsOf(card.id)[place] ?? 0;
        return effect === 0 ? [] : [[id, effect]];
      }),
    );
    const served = [...effects.values()].reduce((sum, effect) => sum + effect, 0);
    const place = placeOf.get(card.id);
    return [
      card.id,
      {
        cost,
        gain,
        unit: own,
        roi: cost === undefined || gain === undefined ? undefined : socialReturn({ gain, cost }),
        value: round(basis === "gain" ? (gain ?? 0) : served),
        effects,
        outcome: alone.get(card.id)?.outcome ?? "settled",
        isAffordable: place === undefined ? undefined : isAffordable(choices, needed[place], budget?.amount),
        inBest: place === undefined ? undefined : best?.strategies.includes(card.id),
        isTied: place !== undefined && budget !== undefined && found.tied.has(place),
        leftOut: leftOut.get(card.id),
      },
    ];
  });
  return {
    basis,
    strategies: new Map(strategies),
    unit,
    best,
    ties,
    hasAllTies: budget === undefined || found.hasAllTies,
    frontier: taking.length === 0 ? [] : found.frontier.map(toPortfolio),
    isComplete: found.isComplete,
    robustness: options.robustness ?? (weighings && runWhole({ map, people: weighings })),
  };
}

function runWhole(input: RobustInput): Robustness {
  const run = createRobustRun(input, { draws: DRAWS, seed: 1 });
  run.step(Infinity);
  return run.result();
}

/** @param needed the option with all that it requires; undefined when these exclude each other */
function isAffordable(
  options: readonly PortfolioOption[],
  needed: readonly number[] | undefined,
  budget: number | undefined,
): boolean | undefined {
  if (budget === undefined) return undefined;
  return (
    needed !== undefined &&
    !isMore(
      needed.reduce((sum, one) => sum + (options[one]?.cost ?? 0), 0),
      budget,
    )
  );
}

/** Nine digits: what is beyond hangs on the order in which figures were added up. */
const round = (figure: number): number => Math.round(figure * 1e9) / 1e9 + 0;

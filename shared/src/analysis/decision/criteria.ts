import { placesOfLargest } from "./tie.ts";

/** A choice between options whose payoff hangs on what comes to pass. */
export interface PayoffTable {
  /** one payoff for each state, in one order for all options; more is better */
  readonly payoffs: ReadonlyMap<string, readonly number[]>;
  /** weight of the best payoff in the criterion of Hurwicz, 0 (caution) to 1 (hope) */
  readonly hurwiczAlpha: number;
  /** of the states, in the same order; they sum to 1 */
  readonly probabilities: readonly number[];
}

/** What each classical criterion recommends; lists of best options hold several when they tie. */
export interface Criteria {
  /** the best of the best cases */
  readonly maximax: readonly string[];
  /** the best of the worst cases (Wald) */
  readonly maximin: readonly string[];
  /** the least of the largest regrets (Savage) */
  readonly minimaxRegret: readonly string[];
  /** by option: how much is lost at most for not having known the state */
  readonly maxRegret: ReadonlyMap<string, number>;
  /** by option: α · best + (1 − α) · worst */
  readonly hurwicz: ReadonlyMap<string, number>;
  /** by option: the mean, every state being as likely */
  readonly laplace: ReadonlyMap<string, number>;
  /** by option: Σ probability · payoff */
  readonly expectedValue: ReadonlyMap<string, number>;
  /** what knowing the state beforehand would be worth: never below 0 but for rounding */
  readonly evpi: number;
}

/**
 * The classical criteria of choice under uncertainty, for people who think in a few named cases.
 *
 * Without options everything is empty and the information is worth 0; without states every figure is 0.
 * @see Luce, Raiffa, "Games and Decisions", 1957, chapter 13
 */
export function readCriteria({ payoffs, hurwiczAlpha, probabilities }: PayoffTable): Criteria {
  const options = [...payoffs.keys()];
  const rows = [...payoffs.values()];
  const best = rows.map((row) => (row.length === 0 ? 0 : Math.max(...row)));
  const worst = rows.map((row) => (row.length === 0 ? 0 : Math.min(...row)));
  const states = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, state) => state);
  const tops = states.map((state) => Math.max(...rows.map((row) => row[state] ?? -Infinity)));
  const regrets = rows.map((row) => Math.max(0, ...tops.map((top, state) => top - (row[state] ?? top))));
  const weighted = (row: readonly number[]) =>
    row.reduce((sum, payoff, state) => sum + payoff * (probabilities[state] ?? 0), 0);
  const expected = rows.map(weighted);
  const byOption = (values: readonly number[]) => new Map(options.map((option, place) => [option, values[place] ?? 0]));
  const bestBy = (values: readonly number[]) => placesOfLargest(values).map((place) => options[place] ?? "");
  return {
    maximax: bestBy(best),
    maximin: bestBy(worst),
    minimaxRegret: bestBy(regrets.map((regret) => -regret)),
    maxRegret: byOption(regrets),
    hurwicz: byOption(rows.map((_, place) => mix(best[place] ?? 0, worst[place] ?? 0, hurwiczAlpha))),
    laplace: byOption(rows.map((row) => row.reduce((sum, payoff) => sum + payoff, 0) / Math.max(1, row.length))),
    expectedValue: byOption(expected),
    evpi: rows.length === 0 ? 0 : weighted(tops) - Math.max(...expected),
  };
}

const mix = (best: number, worst: number, alpha: number): number => alpha * best + (1 - alpha) * worst;

/** What a portfolio is worth while it is put together, one option more and one less. */
export interface Objective {
  readonly value: number;
  /** the most that an option can still add, whatever else is taken; never below 0 */
  mostOf(option: number): number;
  /** the most that all these can still add together; never below 0 */
  mostOfAll(options: readonly number[]): number;
  take(option: number): void;
  /** undoes the last `take` */
  drop(): void;
}

/** The sum of the values of what is taken. */
export function createSum(values: readonly number[]): Objective {
  const sums = [0];
  const mostOf = (option: number) => Math.max(0, values[option] ?? 0);
  return {
    get value() {
      return sums.at(-1) ?? 0;
    },
    mostOf,
    mostOfAll: (options) => options.reduce((sum, option) => sum + mostOf(option), 0),
    take: (option) => sums.push((sums.at(-1) ?? 0) + (values[option] ?? 0)),
    drop: () => sums.pop(),
  };
}

/**
 * Served expectations, each counted once with diminishing return: Σ (1 − Π(1 − effect)) over the expectations that are
 * helped, and the same way against them where they are harmed.
 *
 * Two strategies of effect 0.5 on one expectation are worth 0.75, on two expectations 1.
 * @param effects of each option on each expectation, −1 to 1, the expectations in one order
 */
export function createService(effects: readonly ArrayLike<number>[]): Objective {
  const goals = effects.reduce((most, row) => Math.max(most, row.length), 0);
  // what is left unserved and unharmed of each expectation, one row a level of taking
  const levels = effects.length + 1;
  const unserved = new Float64Array(levels * goals).fill(1);
  const unharmed = new Float64Array(levels * goals).fill(1);
  const values = new Float64Array(levels);
  let level = 0;
  return {
    get value() {
      return values[level] ?? 0;
    },
    mostOf(option) {
      const row = effects[option];
      let most = 0;
      for (let goal = 0; goal < goals; goal += 1) {
        const effect = row?.[goal] ?? 0;
        if (effect > 0) most += effect * (unserved[level * goals + goal] ?? 0);
      }
      return most;
    },
    mostOfAll(options) {
      let most = 0;
      for (let goal = 0; goal < goals; goal += 1) {
        const before = unserved[level * goals + goal] ?? 0;
        let left = before;
        for (const option of options) left *= 1 - Math.max(0, effects[option]?.[goal] ?? 0);
        most += before - left;
      }
      return most;
    },
    take(option) {
      const row = effects[option];
      let value = 0;
      for (let goal = 0; goal < goals; goal += 1) {
        const effect = row?.[goal] ?? 0;
        const from = level * goals + goal;
        const left = (unserved[from] ?? 0) * (effect > 0 ? 1 - effect : 1);
        const whole = (unharmed[from] ?? 0) * (effect < 0 ? 1 + effect : 1);
        unserved[from + goals] = left;
        unharmed[from + goals] = whole;
        value += whole - left;
      }
      level += 1;
      values[level] = value;
    },
    drop() {
      level -= 1;
    },
  };
}

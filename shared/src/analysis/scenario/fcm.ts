/** How a state follows from the one before, all concepts at once. */
export type FcmRule = "kosko" | "modified-kosko" | "rescaled";
/** What keeps a state in bounds: 0 to 1, or −1 to 1. */
export type FcmTransfer = "sigmoid" | "tanh";

/** One question put to a map: where it settles from a start, with concepts held or pushed from outside. */
export interface FcmScenario {
  readonly name: string;
  /** `baseline`: where the run without scenario ended */
  readonly start: "initial" | "baseline";
  /** concepts held at a value at every step, besides those that the map holds; the scenario's value goes before the map's */
  readonly clamp?: Readonly<Record<string, number>> | undefined;
  /** weight of an outer driver at 1, added to the sum of a concept at every step */
  readonly impact?: Readonly<Record<string, number>> | undefined;
}

/** A fuzzy cognitive map as a matrix: `weights[i][j]` in [−1, 1] is the influence of concept i on concept j. */
export interface FcmInput {
  readonly labels: readonly string[];
  readonly weights: readonly (readonly number[])[];
  /** in the order of `labels` */
  readonly initial: readonly number[];
  readonly rule: FcmRule;
  readonly transfer: FcmTransfer;
  /** steepness λ > 0 of the transfer */
  readonly lambda: number;
  /** largest absolute change of a step after which the run stops; without it all steps are made */
  readonly threshold?: number | undefined;
  /** 100 unless given */
  readonly maxSteps?: number | undefined;
  /** concepts held at a value at every step, the start included; a label that is not there is ignored */
  readonly clamp?: Readonly<Record<string, number>> | undefined;
  readonly scenarios?: readonly FcmScenario[] | undefined;
}

/** Where a map went. */
export interface FcmRun {
  /** states in the order of `labels`, the start first, one more a step */
  readonly trajectory: readonly (readonly number[])[];
  readonly steps: number;
  readonly finalState: ReadonlyMap<string, number>;
  /** by name; `difference` is the scenario's final state − `finalState` */
  readonly scenarios: ReadonlyMap<string, FcmScenarioRun>;
}
export interface FcmScenarioRun {
  readonly finalState: ReadonlyMap<string, number>;
  readonly difference: ReadonlyMap<string, number>;
  readonly steps: number;
}

/**
 * A fuzzy cognitive map run by the book, for comparison with other tools; `runWhatIf` is what the board asks.
 *
 * Rules, without damping: `kosko` a'ⱼ = f(Σᵢ aᵢwᵢⱼ); `modified-kosko` a'ⱼ = f(aⱼ + Σᵢ aᵢwᵢⱼ);
 * `rescaled` a'ⱼ = f((2aⱼ − 1) + Σᵢ (2aᵢ − 1)wᵢⱼ). Transfers: 1/(1 + e^(−λx)), tanh(λx).
 *
 * An empty map has an empty state. Missing entries count as 0.
 * @see Kosko, "Fuzzy cognitive maps", Int. J. Man-Machine Studies 24, 1986; Papageorgiou, "A new methodology for decisions in
 * medical informatics using fuzzy cognitive maps based on fuzzy rule-extraction techniques", Applied Soft Computing 11, 2011
 */
export function runFcm(input: FcmInput): FcmRun {
  const { labels } = input;
  const byLabel = (state: readonly number[]) => new Map(labels.map((label, index) => [label, state[index] ?? 0]));
  const trajectory = runFrom(input, input.initial, input.clamp, undefined);
  const last = trajectory.at(-1) ?? [];
  const scenarios = new Map<string, FcmScenarioRun>();
  for (const { name, start, clamp, impact } of input.scenarios ?? []) {
    const from = start === "initial" ? input.initial : last;
    const states = runFrom(input, from, { ...input.clamp, ...clamp }, impact);
    const final = states.at(-1) ?? [];
    const difference = final.map((value, index) => value - (last[index] ?? 0));
    scenarios.set(name, {
      finalState: byLabel(final),
      difference: byLabel(difference),
      steps: states.length - 1,
    });
  }
  return { trajectory, steps: trajectory.length - 1, finalState: byLabel(last), scenarios };
}

function runFrom(
  { labels, weights, rule, transfer, lambda, threshold, maxSteps = 100 }: FcmInput,
  start: readonly number[],
  clamp: Readonly<Record<string, number>> | undefined,
  impact: Readonly<Record<string, number>> | undefined,
): readonly (readonly number[])[] {
  const held = labels.map((label) => ownNumber(clamp, label));
  const pushed = labels.map((label) => ownNumber(impact, label) ?? 0);
  const squash = (x: number) => (transfer === "tanh" ? Math.tanh(lambda * x) : 1 / (1 + Math.exp(-lambda * x)));
  // what a concept sends to others, and what it keeps of itself
  const sent = (value: number) => (rule === "rescaled" ? 2 * value - 1 : value);
  const kept = (value: number) => (rule === "kosko" ? 0 : sent(value));
  let state = labels.map((_, index) => held[index] ?? start[index] ?? 0);
  const states = [state];
  for (let step = 1; step <= maxSteps; step += 1) {
    const before = state;
    state = before.map((own, to) => {
      const fixed = held[to];
      if (fixed !== undefined) return fixed;
      const sum = before.reduce((total, value, from) => total + sent(value) * (weights[from]?.[to] ?? 0), kept(own));
      return squash(sum + (pushed[to] ?? 0));
    });
    states.push(state);
    if (threshold !== undefined && largestChange(before, state) <= threshold) break;
  }
  return states;
}

/** Of a record's own entries: a concept may be called "constructor". */
const ownNumber = (record: Readonly<Record<string, number>> | undefined, label: string): number | undefined =>
  record !== undefined && Object.hasOwn(record, label) ? record[label] : undefined;

const largestChange = (before: readonly number[], after: readonly number[]): number =>
  after.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (before[index] ?? 0))), 0);

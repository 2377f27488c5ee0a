import { createSwing, type Swing } from "./swing.ts";
import type { Wires } from "./wires.ts";

/** How a run goes on, and when it ends. */
export interface SettleOptions {
  /** steepness of tanh */
  readonly lambda: number;
  /** the run has settled once no card changes by more than this in a step */
  readonly threshold: number;
  readonly maxSteps: number;
}
export interface Settled {
  /** one level a card; the mean over a cycle, or over the last half of the run, when it oscillates */
  readonly state: Float64Array;
  readonly outcome: "settled" | "oscillates" | "unsettled";
  readonly steps: number;
}

/** Cycles of 2 to this many steps are told from not settling. */
const LONGEST_CYCLE = 8;
/** Cycles are looked for from this step on, and again after as many: what will settle has mostly settled by then. */
const LOOK_EVERY = 60;
/** A cycle in which no step is larger than so many thresholds shows in no figure: what is left of it is on its way to rest. */
const STILL = 1_000;
/** Of so many steps at least, the last half is watched for a swing; the widest level must move by this to be one. */
const WATCHED = 64;
const SWINGS_FROM = 0.01;

/**
 * Lets levels run along the wires: plain Kosko with tanh, damped, a ← (a + tanh(λ Σ aᵢwᵢⱼ)) / 2.
 *
 * Damping leaves the resting points where they are, and takes most oscillations away.
 * @param free the cards that move; all others keep the level they start with
 * @param start one level a card; not changed
 */
export function settle(wires: Wires, free: Int32Array, start: Float64Array, options: SettleOptions): Settled {
  const { starts, sources, weights } = wires;
  const { lambda, threshold, maxSteps } = options;
  let state = Float64Array.from(start);
  let next = Float64Array.from(start);
  // a state that is marked and comes back ends a cycle; `passed` is the sum of the states in between
  const passed = new Float64Array(start.length);
  let mark: Float64Array | undefined;
  let markedAt = 0;
  let largest = 0;
  const stretch = maxSteps < WATCHED ? 0 : Math.floor(maxSteps / 4);
  let swing: Swing | undefined;
  for (let step = 1; step <= maxSteps; step += 1) {
    let change = 0;
    for (let place = 0; place < free.length; place += 1) {
      const card = free[place] ?? 0;
      let sum = 0;
      const end = starts[card + 1] ?? 0;
      for (let entry = starts[card] ?? 0; entry < end; entry += 1)
        sum += (state[sources[entry] ?? 0] ?? 0) * (weights[entry] ?? 0);
      const own = state[card] ?? 0;
      const level = (own + Math.tanh(lambda * sum)) / 2;
      next[card] = level;
      const moved = Math.abs(level - own);
      if (moved > change) change = moved;
    }
    [state, next] = [next, state];
    if (change <= threshold) return { state, outcome: "settled", steps: step };
    if (step % LOOK_EVERY === 0) {
      mark = Float64Array.from(state);
      markedAt = step;
      largest = 0;
      passed.fill(0);
    } else if (mark !== undefined && step - markedAt <= LONGEST_CYCLE) {
      largest = Math.max(largest, change);
      for (const card of free) passed[card] = (passed[card] ?? 0) + (state[card] ?? 0);
      if (isSame(mark, state, threshold)) {
        for (const card of free) state[card] = (passed[card] ?? 0) / (step - markedAt);
        return {
          state,
          outcome: largest > Math.min(STILL * threshold, SWINGS_FROM) ? "oscillates" : "settled",
          steps: step,
        };
      }
    }
    if (step > maxSteps - 2 * stretch) {
      swing ??= createSwing(free, start.length, stretch);
      swing.add(state);
    }
  }
  const middle = swing?.middle(SWINGS_FROM);
  if (middle !== undefined) {
    for (const card of free) state[card] = middle[card] ?? 0;
    return { state, outcome: "oscillates", steps: maxSteps };
  }
  return { state, outcome: "unsettled", steps: maxSteps };
}

/** Whether no level differs by more than this. */
export function isSame(one: Float64Array, other: Float64Array, within: number): boolean {
  for (let card = 0; card < one.length; card += 1)
    if (Math.abs((one[card] ?? 0) - (other[card] ?? 0)) > within) return false;
  return true;
}

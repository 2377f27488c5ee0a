import type { CardId } from "../../terms/index.ts";
import { createRandom } from "../statistics/index.ts";
import type { SignedMap } from "../structure/index.ts";
import { isSame, settle, type Settled, type SettleOptions } from "./settle.ts";
import { hasOneRest } from "./stability.ts";
import { createWires, reachOf, type Wires } from "./wires.ts";

/** How a what-if is computed; each has its default, which the screens use. */
export interface WhatIfOptions {
  /** steepness of tanh, 1 unless given */
  readonly lambda?: number;
  /** largest change of a step at which the map has settled, 1e-9 unless given */
  readonly threshold?: number;
  /** 1,000 unless given */
  readonly maxSteps?: number;
  /** seed of the random starts, 1 unless given */
  readonly seed?: number;
}

/** Where a map settles when some of its cards are set to a level. */
export interface WhatIf {
  /** every card of the map: −1 to 1, 0 = no change, a card that was set its level; the middle of the swing when it oscillates */
  readonly effects: ReadonlyMap<CardId, number>;
  /** `unsettled`: still moving after the last step; `depends-on-start`: other starting points end elsewhere */
  readonly outcome: "settled" | "oscillates" | "unsettled" | "depends-on-start";
  readonly steps: number;
}

const DEFAULTS: SettleOptions = { lambda: 1, threshold: 1e-9, maxSteps: 1_000 };
/** Beyond this two resting points are two; far above what the threshold leaves open. */
const ELSEWHERE = 0.01;
/** Random starts besides the three that are chosen. */
const RANDOM_STARTS = 3;

/**
 * What becomes of the map when some cards are set to a level and held there.
 *
 * A fuzzy cognitive map with the plain rule of Kosko, tanh with λ = 1, weights polarity × strength / 3 (parallel links add up,
 * clipped to −1 … 1), started at 0 and damped (`settle`). Undisturbed it rests at exactly 0, so that a level is an effect. The
 * effects are ordinal: more, less, about as much; no forecast. Delays of links say when, not how much, and are put aside.
 *
 * Where one resting point is not certain (`hasOneRest`), the cards that move are also started elsewhere: all at 1, all at −1,
 * at the mirror of the result, and at random. If one of these ends elsewhere, the outcome is `depends-on-start`.
 *
 * No level, or levels on cards that are not there: every effect is 0, settled in 1 step. A level beyond −1 … 1 is clipped, one
 * that is no number ignored.
 *
 * Example: a –3→ b –3(−)→ c with a at 1: b = tanh 1 = 0.762, c = −tanh 0.762 = −0.642.
 * @see Kosko, "Fuzzy cognitive maps", Int. J. Man-Machine Studies 24, 1986, doi 10.1016/S0020-7373(86)80040-2
 */
export function runWhatIf(map: SignedMap, levels: ReadonlyMap<CardId, number>, options: WhatIfOptions = {}): WhatIf {
  const { lambda = DEFAULTS.lambda, threshold = DEFAULTS.threshold, maxSteps = DEFAULTS.maxSteps, seed = 1 } = options;
  const settling = { lambda, threshold, maxSteps };
  const wires = createWires(map);
  const { start, held } = startOf(map, levels);
  const moved = movedBy(wires, held);
  const { state, outcome, steps } = settle(wires, moved, start, settling);
  const elsewhere = outcome === "settled" && endsElsewhere(wires, { state, moved, settling, seed });
  return {
    effects: new Map(map.cards.map(({ id }, index) => [id, roundLevel(state[index] ?? 0)])),
    outcome: elsewhere ? "depends-on-start" : outcome,
    steps,
  };
}

/** The start at 0 with the levels set, and the places of the cards that are held. */
function startOf(
  map: SignedMap,
  levels: ReadonlyMap<CardId, number>,
): { readonly start: Float64Array; readonly held: readonly number[] } {
  const start = new Float64Array(map.cards.length);
  const held: number[] = [];
  for (const [index, { id }] of map.cards.entries()) {
    const level = levels.get(id);
    if (level === undefined || Number.isNaN(level)) continue;
    start[index] = Math.min(1, Math.max(-1, level));
    held.push(index);
  }
  return { start, held };
}

/** The cards that move when some are held at a level: those that can be reached, without these; the others stay at 0. */
export function movedBy(wires: Wires, held: readonly number[]): Int32Array {
  const reached = reachOf(wires, held);
  for (const card of held) reached[card] = 0;
  return Int32Array.from([...reached.keys()].filter((card) => reached[card] === 1));
}

/**
 * Six digits: equal effects that came by different ways are equal, and what hangs on the order in which influences were added
 * up is gone. Never −0.
 */
export const roundLevel = (level: number): number => Math.round(level * 1e6) / 1e6 + 0;

interface Result {
  readonly state: Float64Array;
  readonly moved: Int32Array;
  readonly settling: SettleOptions;
  readonly seed: number;
}

function endsElsewhere(wires: Wires, { state, moved, settling, seed }: Result): boolean {
  if (hasOneRest(wires, moved, settling.lambda)) return false;
  const startAt = (levelOf: (card: number) => number): Settled => {
    const start = Float64Array.from(state);
    for (const card of moved) start[card] = levelOf(card);
    return settle(wires, moved, start, settling);
  };
  // what is still on its way proves nothing
  const isElsewhere = (other: Settled) => other.outcome !== "unsettled" && !isSame(state, other.state, ELSEWHERE);
  const chosen = [() => 1, () => -1, (card: number) => -(state[card] ?? 0)];
  if (chosen.some((levelOf) => isElsewhere(startAt(levelOf)))) return true;
  // chance goes to the cards by what they are on the map, not by their order on it
  const order = [...moved].sort((a, b) => (state[a] ?? 0) - (state[b] ?? 0) || weightOn(wires, a) - weightOn(wires, b));
  const random = createRandom(seed);
  return Array.from({ length: RANDOM_STARTS }).some(() => {
    const drawn = new Map(order.map((card) => [card, 2 * random.next() - 1]));
    return isElsewhere(startAt((card) => drawn.get(card) ?? 0));
  });
}

const weightOn = ({ starts, weights }: Wires, card: number): number =>
  weights.slice(starts[card] ?? 0, starts[card + 1] ?? 0).reduce((sum, weight) => sum + weight, 0);

import type { SignedMap } from "../structure/index.ts";
import { settle, type SettleOptions } from "./settle.ts";
import { movedBy, roundLevel } from "./whatIf.ts";
import { createWires, reachOf, weigh, type Wires } from "./wires.ts";

/** Which of thousands of runs comes out ahead is known long before their last digits. */
const ROUGHLY: SettleOptions = { lambda: 1, threshold: 1e-4, maxSteps: 100 };

/** What single cards do when each is set to 1 alone, again and again with other strengths. */
export interface Alone {
  /** Gives the links other signed strengths, −3 to 3, in the order of the map; at first they are those of the board. */
  weigh(strengths: ArrayLike<number>): void;
  /**
   * Sum of the effects on the cards that are watched, as `runWhatIf` has them, to about 0.001; 1 a card at most.
   * @param from where the map starts: at rest with nothing set, or where it came to when `remember` was called, which is near
   */
  effectOf(card: number, from?: "nothing" | "remembered"): number;
  /** Runs each cause and keeps where the map comes to. */
  remember(): void;
  /** Whether an influence of the card can run along a link at all, and on to a card that is watched. */
  isThrough(card: number, link: number): boolean;
}

/**
 * Prepares a map for thousands of what-ifs: what can be reached from each card is looked up once, and arrays are used again.
 * @param causes places of the cards that will be set
 * @param watched places of the cards whose effects count
 */
export function createAlone(map: SignedMap, causes: readonly number[], watched: readonly number[]): Alone {
  const wires = createWires(map);
  const reached = new Map(causes.map((cause) => [cause, reachOf(wires, [cause])]));
  const arriving = reachOf(turnRound(map), watched);
  // what leads to no card that is watched may do as it likes
  const moved = new Map(causes.map((cause) => [cause, movedBy(wires, [cause]).filter((card) => arriving[card] === 1)]));
  const remembered = new Map<number, Float64Array>();
  const run = (cause: number, from: Float64Array | undefined): Float64Array => {
    const start = from ?? new Float64Array(map.cards.length);
    start[cause] = 1;
    return settle(wires, moved.get(cause) ?? movedBy(wires, [cause]), start, ROUGHLY).state;
  };
  return {
    weigh: (strengths) => weigh(wires, strengths),
    effectOf(cause, from = "nothing") {
      const state = run(cause, from === "remembered" ? remembered.get(cause) : undefined);
      return roundLevel(watched.reduce((sum, card) => sum + roundLevel(state[card] ?? 0), 0));
    },
    remember() {
      for (const cause of causes) remembered.set(cause, run(cause, undefined));
    },
    isThrough(cause, link) {
      const { from = -1, to = -1 } = map.links[link] ?? {};
      return reached.get(cause)?.[from] === 1 && to !== cause && arriving[to] === 1;
    },
  };
}

/** The wires of the map with every influence turned round. */
const turnRound = ({ cards, links }: SignedMap): Wires =>
  createWires({ cards, links: links.map((link) => ({ ...link, from: link.to, to: link.from })) });

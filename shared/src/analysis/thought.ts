import type { BoardSnapshot, Budget, LinkWeights } from "../terms/index.ts";
import {
  createRobustRun,
  readChoice,
  type Choice,
  type Robustness,
  type RobustRun,
  type Weighing,
} from "./decision/index.ts";
import { analyseStructure, readMap, type SignedMap, type Structure } from "./structure/index.ts";

/** What the map of a board comes to, computed once for all that stands on it. */
export interface MapThought {
  readonly map: SignedMap;
  readonly structure: Structure;
}
/** What its strategies come to. */
export interface ChoiceThought {
  /** undefined where there is too much to compare: see `MOST_COMPARED` */
  readonly choice: Choice | undefined;
  /** `pending` = people are still being drawn; undefined = there is nothing to draw for */
  readonly robustness: Robustness | "pending" | undefined;
  readonly budget: Budget | undefined;
}
/** What a board comes to besides what was heard. */
export interface Thought extends MapThought, ChoiceThought {}

/**
 * Strategies times cards and links: each strategy is tried on the whole map, again for each draw of people, and nobody's posts may wait
 * for it. A map of 300 cards and 900 links with 20 strategies has 24,000: half a second, and 30 ms a draw.
 */
const MOST_COMPARED = 30_000;
/** How often people are drawn again. */
export const DRAWS = 500;
/** One seed for every board: the same board gives the same figures everywhere. */
const SEED = 1;

/**
 * The structure of a board's map.
 * @param weights what the group published of links
 */
export function thinkOfMap(snapshot: BoardSnapshot, weights?: LinkWeights): MapThought {
  const map = readMap(snapshot, weights);
  return { map, structure: analyseStructure(map) };
}

/** What its strategies come to; people are drawn apart, since that takes long. */
export function thinkOfChoice(snapshot: BoardSnapshot, map: SignedMap, budget: Budget | undefined): ChoiceThought {
  const strategies = map.cards.filter(({ kind }) => kind === "strategy").length;
  const work = strategies * (map.cards.length + map.links.length);
  if (work > MOST_COMPARED) return { choice: undefined, robustness: undefined, budget };
  const choice = readChoice(snapshot, { budget, map });
  // where no strategy reaches an expectation, what people say of the links decides nothing
  const isOpen = strategies > 1 && choice.basis === "expectations";
  return { choice, robustness: isOpen ? "pending" : undefined, budget };
}

/** The whole of it at once, people excepted. */
export function think(snapshot: BoardSnapshot, budget?: Budget): Thought {
  const thought = thinkOfMap(snapshot);
  return { ...thought, ...thinkOfChoice(snapshot, thought.map, budget) };
}

/**
 * Draws people again, in steps.
 * @param people how each weighs the links; while there are none, what is drawn on the board is taken for one person's weighing
 */
export const drawPeople = (map: SignedMap, people: readonly Weighing[] = []): RobustRun =>
  createRobustRun({ map, people }, { draws: DRAWS, seed: SEED });

import type { CardId, LinkId } from "../../terms/index.ts";
import { createAlone } from "../scenario/index.ts";
import { createRandom, wilsonInterval } from "../statistics/index.ts";
import type { SignedMap } from "../structure/index.ts";
import { orderCanonically, type CanonicalOrder } from "../structure/index.ts";
import { createTally, type Tally } from "./tally.ts";
import { isMore, placesOfLargest } from "./tie.ts";
import { gatherWeights, stepFrom, type Weighing } from "./weighing.ts";

/** What is asked: does the best strategy stay the best, other people of the same group being asked? */
export interface RobustInput {
  readonly map: SignedMap;
  /** one entry a person; none when nobody has weighed anything */
  readonly people: readonly Weighing[];
}

/** How well a recommendation survives the disagreement of the group. */
export interface Robustness {
  /** draws made */
  readonly draws: number;
  readonly people: number;
  readonly strategies: ReadonlyMap<CardId, StrategyRobustness>;
  /**
   * `robust`: the first is best in 8 of 10 draws, and all others cost more regret; `open`: no strategy is best in half of the
   * draws, or several come first; else `leading`
   */
  readonly word: "robust" | "leading" | "open";
  /** influences of which one step more or less would unseat the best strategy, the one that changes most first */
  readonly deciding: readonly DecidingInfluence[];
  /** whether all draws are made and each influence was tried: until then more may decide */
  readonly isWhole: boolean;
}
export interface StrategyRobustness {
  /** share of the draws in which the strategy is best, those that tie sharing; the shares sum to 1 */
  readonly best: number;
  /** Wilson's 95 % interval of `best`, for the draws made */
  readonly low: number;
  readonly high: number;
  /** mean of what the best strategy is worth more, in served expectations */
  readonly regret: number;
  /** what it does alone at the group's medians: served expectations less harmed ones; 0 = as good as doing nothing */
  readonly worth: number;
  /** share of the draws in which it comes first, second, … (rank acceptability; Lahdelma, Salminen, SMAA-2, 2001) */
  readonly ranks: readonly number[];
}
export interface DecidingInfluence {
  readonly link: LinkId;
  /** the strategy that would be best then; of several that tie, the first by their place on the map */
  readonly winner: CardId;
  /** others would be as good then */
  readonly isTied: boolean;
  /** what the strategy that it unseats is worth less than the winner then, in served expectations */
  readonly loss: number;
}

/** A computation that can be made in pieces. */
export interface RobustRun {
  /** Goes on by so many draws, or flips once they are made; true when all is done. */
  step(count: number): boolean;
  /** What is known so far; of no draw at all, shares of 0 and the word `open`. */
  result(): Robustness;
}

/** Strategies whose worth differs by less are as good as each other: what is left is how exactly the map was run. */
const AS_GOOD = 1e-3;
const ROBUST = 0.8;
const OPEN = 0.5;

/**
 * Robust choice under disagreement: people are drawn from the group with replacement (bootstrap; Efron, 1979), each influence
 * gets the median of those drawn (`gatherWeights`), and each strategy its worth on that map: the sum of its what-if effects
 * on the expectations, done alone.
 *
 * Then each influence is flipped by one step, one at a time, the others at the group's median: those that unseat the best
 * strategy decide. Chance is dealt out by what cards, links and people are on the map, so that names and order change nothing.
 *
 * Strategies whose worth differs by less than 0.001 tie. Without strategies there is nothing to say; without people the strengths drawn on the board are taken for one person's.
 */
export function createRobustRun(
  { map: acting, people }: RobustInput,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): RobustRun {
  const map = { cards: acting.cards, links: [...acting.links, ...(acting.silent ?? [])] };
  const placesOf = (kind: string) => map.cards.flatMap((card, place) => (card.kind === kind ? [place] : []));
  const strategies = placesOf("strategy");
  const alone = createAlone(map, strategies, placesOf("expectation"));
  const canonical = orderOf(map, people);
  const group = gatherWeights(map, canonical.people, canonical.links);
  const random = createRandom(seed);
  const strengths = Float64Array.from(group.medians);
  const worth = (): readonly number[] => strategies.map((strategy) => alone.effectOf(strategy));
  alone.weigh(group.medians);
  alone.remember();
  const usual = worth();
  const winners = placesOfLargest(usual, AS_GOOD);
  const tally = createTally(strategies.length, AS_GOOD);
  const flips = canonical.links
    .filter((link) => strategies.some((strategy) => alone.isThrough(strategy, link)))
    .flatMap((link) => ([-1, 1] as const).map((by) => ({ link, to: stepFrom(group.medians[link] ?? 0, by) })))
    .filter(({ link, to }) => to !== group.medians[link]);
  const found = new Map<number, { readonly winner: number; readonly isTied: boolean; readonly loss: number }>();
  let [drawn, flipped] = [0, 0];

  const draw = () => {
    group.draw(random, strengths);
    alone.weigh(strengths);
    tally.count(worth());
  };
  const isDone = (): boolean => drawn >= draws && flipped >= flips.length;
  const flip = ({ link, to }: { readonly link: number; readonly to: number }) => {
    strengths.set(group.medians);
    strengths[link] = to;
    alone.weigh(strengths);
    const values = strategies.map((strategy, place) =>
      alone.isThrough(strategy, link) ? alone.effectOf(strategy, "remembered") : (usual[place] ?? 0),
    );
    const best = placesOfLargest(values, AS_GOOD);
    const unseated = winners.filter((place) => !best.includes(place));
    const [winner] = best;
    if (unseated.length === 0 || winner === undefined) return;
    const loss = Math.max(...unseated.map((place) => (values[winner] ?? 0) - (values[place] ?? 0)));
    if (loss > (found.get(link)?.loss ?? 0)) found.set(link, { winner, isTied: best.length > 1, loss });
  };
  return {
    step(count) {
      for (let turn = 0; turn < count; turn += 1) {
        const next = flips[flipped];
        if (drawn < draws) {
          draw();
          drawn += 1;
        } else if (next !== undefined) {
          flip(next);
          flipped += 1;
        } else break;
      }
      return isDone();
    },
    result() {
      const alike = (one: number, other: number) =>
        canonical.colours[strategies[one] ?? 0] === canonical.colours[strategies[other] ?? 0] &&
        usual[one] === usual[other];
      const rows = readRows(tally, drawn, alike);
      const idOf = (place: number) => map.cards[strategies[place] ?? -1]?.id;
      const deciding = [...found].sort(([, a], [, b]) => b.loss - a.loss);
      return {
        draws: drawn,
        people: people.length,
        strategies: new Map(
          rows.flatMap((row, place) => entry(idOf(place), { ...row, worth: roundWorth(usual[place] ?? 0) })),
        ),
        word: wordFor(rows),
        deciding: deciding.flatMap(([link, { winner, isTied, loss }]): DecidingInfluence[] => {
          const [id, strategy] = [map.links[link]?.id, idOf(winner)];
          return id === undefined || strategy === undefined ? [] : [{ link: id, winner: strategy, isTied, loss }];
        }),
        isWhole: isDone(),
      };
    },
  };
}

/** Worth that tells nothing apart is none. */
const roundWorth = (worth: number): number => (Math.abs(worth) < AS_GOOD ? 0 : worth);

const entry = <Row>(id: CardId | undefined, row: Row): readonly (readonly [CardId, Row])[] =>
  id === undefined ? [] : [[id, row]];

/** Strategies that nothing on the map tells apart share what chance gave them. */
function readRows(
  tally: Tally,
  draws: number,
  alike: (one: number, other: number) => boolean,
): readonly Omit<StrategyRobustness, "worth">[] {
  return tally.best.map((_, place) => {
    const peers = tally.best.flatMap((__, other) => (alike(place, other) ? [other] : []));
    const meanOf = (valueOf: (peer: number) => number) =>
      peers.reduce((sum, peer) => sum + valueOf(peer), 0) / peers.length / Math.max(1, draws);
    const best = Math.min(
      1,
      meanOf((peer) => tally.best[peer] ?? 0),
    );
    return {
      best,
      ...wilsonInterval(best * draws, draws),
      regret: meanOf((peer) => tally.regret[peer] ?? 0),
      ranks: tally.best.map((__, rank) => meanOf((peer) => tally.ranks[peer]?.[rank] ?? 0)),
    };
  });
}

function wordFor(rows: readonly Omit<StrategyRobustness, "worth">[]): Robustness["word"] {
  const first = placesOfLargest(rows.map(({ best }) => best));
  const [leader] = first;
  const leading = leader === undefined ? undefined : rows[leader];
  if (leading === undefined || first.length > 1 || leading.best < OPEN) return "open";
  const isLeast = rows.every((row) => row === leading || isMore(row.regret, leading.regret));
  return leading.best >= ROBUST && isLeast ? "robust" : "leading";
}

interface Dealt {
  readonly links: readonly number[];
  readonly people: readonly Weighing[];
  readonly colours: CanonicalOrder["colours"];
}

/** Labels are whole numbers: a median between two steps has one of its own, apart from those of people. */
const labelOf = (weight: number): number => (Number.isInteger(weight) ? 10 + weight : 30 + 2 * weight);

/** Cards, links and people as one graph, ordered by what they are in it. */
function orderOf(map: SignedMap, people: readonly Weighing[]): Dealt {
  const [cards, links] = [map.cards.length, map.links.length];
  const kinds = ["expectation", "factor", "strategy"];
  const placeOf = new Map(map.links.map(({ id }, link) => [id, cards + link]));
  const graph = {
    labels: [
      ...map.cards.map(({ kind }) => kinds.indexOf(kind)),
      ...map.links.map(({ polarity, strength }) => labelOf(polarity * strength)),
      ...people.map(() => 20),
    ],
    edges: [
      ...map.links.flatMap(({ from, to }, link) => [[from, cards + link, 0] as const, [cards + link, to, 1] as const]),
      ...people.flatMap((weighing, person) =>
        [...weighing].flatMap(([id, weight]) => {
          const link = placeOf.get(id);
          return link === undefined ? [] : [[cards + links + person, link, Math.round(weight * 100) + 1_000] as const];
        }),
      ),
    ],
  };
  const { order, colours } = orderCanonically(graph);
  return {
    links: order.filter((node) => node >= cards && node < cards + links).map((node) => node - cards),
    people: order.flatMap((node) => people[node - cards - links] ?? []),
    colours,
  };
}

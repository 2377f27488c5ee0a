import type { CausalPath, Loop } from "./structure.ts";
import type { MapLink, SignedMap } from "./map.ts";

const LONGEST_LOOP = 6;
const LONGEST_PATH = 4;
const MOST_LOOPS = 5_000;
const MOST_VISITS = 2_000_000;
const PATHS = 3;

type Leaving = readonly (readonly MapLink[])[];
/** The links that leave each card; of parallel ones with the same sign the strongest. */
function leavingOf({ cards, links }: SignedMap): Leaving {
  const best = new Map<string, MapLink>();
  for (const link of links) {
    const key = `${link.from} ${link.to} ${link.polarity}`;
    const last = best.get(key);
    if (!last || link.strength > last.strength) best.set(key, link);
  }
  const leaving = cards.map((): MapLink[] => []);
  for (const link of best.values()) leaving[link.from]?.push(link);
  return leaving;
}

/** Elementary loops of at most six links, each once, strongest first; cut by a budget of work, not of time. */
export function findLoops(map: SignedMap): { readonly loops: readonly Loop[]; readonly complete: boolean } {
  const leaving = leavingOf(map);
  const loops: Loop[] = [];
  let visits = 0;
  const isOver = () => loops.length >= MOST_LOOPS || visits >= MOST_VISITS;
  const walk = (start: number, at: number, on: Set<number>, links: MapLink[]): void => {
    for (const link of leaving[at] ?? []) {
      visits += 1;
      if (isOver()) return;
      if (link.to === start) loops.push(toLoop(map, [...links, link]));
      else if (link.to > start && !on.has(link.to) && links.length + 1 < LONGEST_LOOP) {
        on.add(link.to);
        links.push(link);
        walk(start, link.to, on, links);
        links.pop();
        on.delete(link.to);
      }
    }
  };
  for (let start = 0; start < map.cards.length && !isOver(); start += 1) walk(start, start, new Set([start]), []);
  return { loops: loops.toSorted((a, b) => b.strength - a.strength), complete: !isOver() };
}

const signOf = (links: readonly MapLink[]): number => links.reduce((sign, { polarity }) => sign * polarity, 1);
const productOf = (links: readonly MapLink[]): number => links.reduce((all, { strength }) => (all * strength) / 3, 1);
const idsOf = ({ cards }: SignedMap, places: readonly number[]): Loop["cards"] =>
  places.flatMap((place) => cards[place]?.id ?? []);

const toLoop = (map: SignedMap, links: readonly MapLink[]): Loop => ({
  cards: idsOf(
    map,
    links.map(({ from }) => from),
  ),
  links: links.map(({ id }) => id),
  kind: signOf(links) > 0 ? "reinforcing" : "balancing",
  strength: productOf(links) ** (1 / links.length),
  isDelayed: links.some(({ isDelayed }) => isDelayed),
});

/** The strongest way from each card to each that it reaches, by the product of strengths; the three strongest for each card. */
export function strongestPaths(map: SignedMap): readonly (readonly CausalPath[])[] {
  const leaving = leavingOf(map);
  return map.cards.map((_, start) => {
    const best = new Map<number, readonly MapLink[]>();
    const walk = (at: number, links: readonly MapLink[]): void => {
      for (const link of leaving[at] ?? []) {
        if (link.to === start || links.some(({ to }) => to === link.to)) continue;
        const way = [...links, link];
        const last = best.get(link.to);
        const isBetter = !last || productOf(way) > productOf(last);
        if (isBetter) best.set(link.to, way);
        if (isBetter && way.length < LONGEST_PATH) walk(link.to, way);
      }
    };
    walk(start, []);
    return [...best.values()]
      .toSorted((a, b) => productOf(b) - productOf(a) || b.length - a.length)
      .slice(0, PATHS)
      .map((links) => ({
        cards: idsOf(map, [start, ...links.map(({ to }) => to)]),
        links: links.map(({ id }) => id),
        polarity: signOf(links) > 0 ? 1 : -1,
        strength: productOf(links),
      }));
  });
}

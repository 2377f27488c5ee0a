import type { CardId } from "../../terms/index.ts";
import type { CausalPath, MapLink, SignedMap } from "../structure/index.ts";

/** Longer ways explain nothing to anybody. */
const LONGEST = 4;
const MOST = 3;
/** Strengths are counted in parts that four divisions by 3 leave whole, so that equal ways are equal whatever comes first. */
const WHOLE = 3 ** LONGEST;

/**
 * Why a what-if changes a card: the three strongest ways from the cards that were set, over four links at most.
 *
 * A way passes no card twice, and none that was set in between, since that one holds still. The strongest first, of equally
 * strong ones the shorter; what is left is in the order of the map's links. None when the card is set itself, is not on the
 * map, or can't be reached.
 */
export function explainEffect(map: SignedMap, from: Iterable<CardId>, to: CardId): readonly CausalPath[] {
  const set = new Set(from);
  const target = map.cards.findIndex(({ id }) => id === to);
  if (target < 0 || set.has(to)) return [];
  const causes = new Set(map.cards.flatMap(({ id }, place) => (set.has(id) ? [place] : [])));
  const into = Array.from(map.cards, (): MapLink[] => []);
  for (const link of map.links) into[link.to]?.push(link);
  for (const links of into) links.sort((a, b) => b.strength - a.strength);

  const found: { readonly links: readonly MapLink[]; readonly strength: number }[] = [];
  const passed = new Set([target]);
  const way: MapLink[] = [];
  /** Goes back from a card; takes ways of just this length, so that shorter ones come first. */
  const goBack = (card: number, left: number, strength: number) => {
    for (const link of into[card] ?? []) {
      const product = (strength * link.strength) / 3;
      // a longer way that is no stronger than three others is not told
      if (found.length === MOST && product <= (found.at(-1)?.strength ?? 0)) return;
      if (passed.has(link.from)) continue;
      way.unshift(link);
      if (causes.has(link.from)) {
        if (left === 1) keep({ links: [...way], strength: product });
      } else if (left > 1) {
        passed.add(link.from);
        goBack(link.from, left - 1, product);
        passed.delete(link.from);
      }
      way.shift();
    }
  };
  const keep = (path: (typeof found)[number]) => {
    const place = found.findIndex(({ strength }) => strength < path.strength);
    found.splice(place < 0 ? found.length : place, 0, path);
    found.length = Math.min(found.length, MOST);
  };
  for (let length = 1; length <= LONGEST; length += 1) goBack(target, length, WHOLE);
  return found.map(({ links, strength }) => ({
    cards: [links[0]?.from ?? target, ...links.map((link) => link.to)].flatMap((place) => map.cards[place]?.id ?? []),
    links: links.map(({ id }) => id),
    polarity: links.reduce((sign, { polarity }) => sign * polarity, 1) < 0 ? -1 : 1,
    strength: strength / WHOLE,
  }));
}

import { createRandom } from "@palabre/shared/analysis/statistics";
import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { CardId, LinkId } from "@palabre/shared/terms";

/** How many there are of each, and whether links go as people draw them. */
export interface MapSizes {
  readonly cards: number;
  readonly links: number;
  /** a fifth of the cards when not given */
  readonly strategies?: number;
  /** from strategies by factors to expectations; else from any card to any other, which makes as many loops as can be */
  readonly isDrawn?: boolean;
}

/** A map of strategies, expectations (a fifth) and factors; a quarter of the links the other way round, a tenth with a delay. The same sizes give the same map. */
export function makeMap({ cards, links, strategies = Math.round(cards / 5), isDrawn = false }: MapSizes): SignedMap {
  const random = createRandom(cards * 1_000 + links);
  const expectations = Math.round(cards / 5);
  const kindOf = (place: number) =>
    place < strategies ? "strategy" : place < cards - expectations ? "factor" : "expectation";
  const isLikely = (from: number, to: number) =>
    !isDrawn || (kindOf(to) !== "strategy" && kindOf(from) !== "expectation" && from !== to);
  const pairs = new Set<number>();
  while (pairs.size < links) {
    const [from, to] = [random.integer(cards), random.integer(cards)];
    // one in twenty goes where it likes
    if (from !== to && (isLikely(from, to) || random.next() < 0.05)) pairs.add(from * cards + to);
  }
  return {
    cards: Array.from({ length: cards }, (_, place) => ({ id: `card${place}` as CardId, kind: kindOf(place) })),
    links: [...pairs].map((pair, at) => ({
      id: `link${at}` as LinkId,
      from: Math.floor(pair / cards),
      to: pair % cards,
      polarity: random.next() < 0.25 ? -1 : 1,
      strength: 1 + random.integer(3),
      isDelayed: random.next() < 0.1,
    })),
  };
}

/** So many people who each weigh two links in three, a step or two beside what is drawn. */
export function makeWeighings(map: SignedMap, people: number): readonly ReadonlyMap<LinkId, number>[] {
  const random = createRandom(people);
  return Array.from(
    { length: people },
    () =>
      new Map(
        map.links
          .filter(() => random.next() < 2 / 3)
          .map(({ id, polarity, strength }) => [
            id,
            Math.max(-3, Math.min(3, polarity * strength + random.integer(3) - 1)),
          ]),
      ),
  );
}

/** Votes of people of four camps on statements, three in four as their camp does; one vote in ten is a pass, and none is missing. */
export function makeVotes(people: number, statements: number) {
  const random = createRandom(people + statements);
  const lines = Array.from({ length: 4 }, () =>
    Array.from({ length: statements }, () => (random.next() < 0.5 ? 1 : -1)),
  );
  return {
    people: Array.from({ length: people }, (_, at) => `person${at}`),
    statements: Array.from({ length: statements }, (_, at) => `statement${at}`),
    votes: Array.from({ length: people }, (_, at) =>
      (lines[at % 4] ?? []).map((vote): 1 | 0 | -1 => {
        const chance = random.next();
        return chance < 0.1 ? 0 : chance < 0.35 ? (vote === 1 ? -1 : 1) : vote === 1 ? 1 : -1;
      }),
    ),
  };
}

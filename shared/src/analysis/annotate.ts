import { isTrashed, type Annotation, type BoardSnapshot, type Card, type CardId } from "../terms/index.ts";
import { readBest, readBudget, readEffect, readServedBy } from "./choiceReadings.ts";
import type { Evidence } from "./evidence.ts";
import { readFeeling } from "./feeling.ts";
import { readMentions } from "./mentions.ts";
import { chooseQuotes } from "./quotes.ts";
import { readRoi } from "./roi.ts";
import { evidenceOf, readLoops, readStanding } from "./standing.ts";
import { think, type Thought } from "./thought.ts";

/** What is said of one card because of what was heard, and because of where it stands on the map: one after the other. */
interface Measures {
  heard?(card: Card, evidence: Evidence): Annotation;
  onMap(card: Card, thought: Thought): Annotation;
}

/** How each kind of card is measured. A new measure is one line here and one file beside. */
const MEASURES_BY_KIND: ReadonlyMap<string, Measures> = new Map<string, Measures>([
  [
    "expectation",
    {
      heard: ({ id }, evidence) => {
        const heard = evidence.heard.get(id);
        const { mentions, trend } = readMentions(heard?.posts, evidence);
        return {
          readings: [mentions, trend, ...readFeeling(heard?.posts, evidence)],
          quotes: heard ? chooseQuotes(heard, evidence) : [],
        };
      },
      onMap: (card, thought) => ({ readings: readServedBy(card, thought), quotes: [] }),
    },
  ],
  [
    "factor",
    {
      onMap: ({ id }, thought) => {
        const paths = evidenceOf(id, thought);
        return {
          readings: [...readStanding(id, thought), ...readLoops(id, thought)],
          quotes: [],
          ...(paths.length === 0 ? {} : { paths }),
        };
      },
    },
  ],
  [
    "strategy",
    {
      onMap: (card, thought) => ({
        readings: [
          readRoi(card),
          ...readEffect(card, thought),
          ...readBest(card, thought),
          ...readBudget(card, thought),
          ...readLoops(card.id, thought),
        ],
        quotes: [],
      }),
    },
  ],
]);

export const isMeasured = (card: Pick<Card, "kind" | "attributes">): boolean =>
  MEASURES_BY_KIND.has(card.kind) && !isTrashed(card);

/** What is said of cards because of what was heard of them; nothing of kinds that nobody listens for. */
export function annotateHeard(cards: Iterable<Card>, evidence: Evidence): ReadonlyMap<CardId, Annotation> {
  const annotations = new Map<CardId, Annotation>();
  for (const card of cards) {
    const heard = isTrashed(card) ? undefined : MEASURES_BY_KIND.get(card.kind)?.heard?.(card, evidence);
    if (heard) annotations.set(card.id, heard);
  }
  return annotations;
}

/** What is said of cards because of where they stand on the map and what they would bring. */
export function annotateOnMap(cards: Iterable<Card>, thought: Thought): ReadonlyMap<CardId, Annotation> {
  const annotations = new Map<CardId, Annotation>();
  for (const card of cards) {
    const placed = isTrashed(card) ? undefined : MEASURES_BY_KIND.get(card.kind)?.onMap(card, thought);
    if (placed) annotations.set(card.id, placed);
  }
  return annotations;
}

/** All that is said of a card; undefined when nothing is. */
export function joinAnnotations(heard: Annotation | undefined, placed: Annotation | undefined): Annotation | undefined {
  if (heard === undefined || placed === undefined) return heard ?? placed;
  return { ...placed, readings: [...heard.readings, ...placed.readings], quotes: [...heard.quotes, ...placed.quotes] };
}

/**
 * Annotates the cards of a board from what is drawn on it and what was heard around it.
 *
 * The same board and evidence give the same annotations, in whatever order they come and whatever their ids are. It never
 * throws and never gives a number that is none: a board without cards, links or posts gives readings that say so.
 * @param options.only  the cards to annotate; all when not given. Others still count (a factor is compared with all factors)
 * @param options.thought  what the board comes to, when that is known already
 * @returns one annotation for each expectation, factor and strategy that is not in the trash
 */
export function annotate(
  snapshot: BoardSnapshot,
  evidence: Evidence,
  options: { readonly only?: ReadonlySet<CardId>; readonly thought?: Thought } = {},
): ReadonlyMap<CardId, Annotation> {
  const { only, thought = think(snapshot) } = options;
  const cards = [...snapshot.cards.values()].filter((card) => isMeasured(card) && only?.has(card.id) !== false);
  const heard = annotateHeard(cards, evidence);
  const placed = annotateOnMap(cards, thought);
  return new Map(
    cards.flatMap(({ id }) => {
      const joined = joinAnnotations(heard.get(id), placed.get(id));
      return joined ? [[id, joined]] : [];
    }),
  );
}

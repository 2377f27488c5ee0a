import {
  isTrashed,
  type Annotation,
  type BoardSnapshot,
  type Card,
  type CardId,
  type Quote,
  type Reading,
} from "../terms/index.ts";
import type { Evidence } from "./evidence.ts";
import { readInfluence, type Standing } from "./influence.ts";
import { readMentions } from "./mentions.ts";
import { chooseQuotes } from "./quotes.ts";
import { readRoi } from "./roi.ts";

/** What one measure says of one card. */
interface Measured {
  readonly readings: readonly Reading[];
  readonly quotes?: readonly Quote[];
}
/** What measures share; the map is read only when a factor asks for it, and then once. */
interface Context {
  readonly evidence: Evidence;
  influenceOf(card: CardId): Standing | undefined;
}
type MeasureCard = (card: Card, context: Context) => Measured;

const measureHearing: MeasureCard = ({ id }, { evidence }) => {
  const heard = evidence.heard.get(id);
  const { mentions, trend } = readMentions(heard?.posts, evidence);
  return { readings: [mentions, trend], quotes: heard ? chooseQuotes(heard, evidence) : [] };
};
const measureInfluence: MeasureCard = ({ id }, { influenceOf }) => {
  const standing = influenceOf(id);
  return { readings: standing ? [standing.influence, standing.dependence] : [] };
};
const measureRoi: MeasureCard = (card) => ({ readings: [readRoi(card)] });

/** Which measures a kind of card has. A new measure is one line here and one file beside. */
const MEASURES_BY_KIND: ReadonlyMap<string, readonly MeasureCard[]> = new Map([
  ["expectation", [measureHearing]],
  ["factor", [measureInfluence]],
  ["strategy", [measureRoi]],
]);

export const isMeasured = (card: Pick<Card, "kind" | "attributes">): boolean =>
  MEASURES_BY_KIND.has(card.kind) && !isTrashed(card);

/**
 * Annotates the cards of a board from what is drawn on it and what was heard around it.
 *
 * The same board and evidence give the same annotations, in whatever order they come and whatever their ids are. It never
 * throws and never gives a number that is none: a board without cards, links or posts gives readings that say so.
 * @param options.only  the cards to annotate; all when not given. Others still count (a factor is compared with all factors)
 * @returns one annotation for each expectation, factor and strategy that is not in the trash
 */
export function annotate(
  snapshot: BoardSnapshot,
  evidence: Evidence,
  options: { readonly only?: ReadonlySet<CardId> } = {},
): ReadonlyMap<CardId, Annotation> {
  let standings: ReadonlyMap<CardId, Standing> | undefined;
  const context: Context = { evidence, influenceOf: (card) => (standings ??= readInfluence(snapshot)).get(card) };
  const annotations = new Map<CardId, Annotation>();
  for (const card of snapshot.cards.values()) {
    if (!isMeasured(card) || options.only?.has(card.id) === false) continue;
    const measured = (MEASURES_BY_KIND.get(card.kind) ?? []).map((measure) => measure(card, context));
    annotations.set(card.id, {
      readings: measured.flatMap(({ readings }) => readings),
      quotes: measured.flatMap(({ quotes }) => quotes ?? []),
    });
  }
  return annotations;
}

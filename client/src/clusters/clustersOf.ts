import type { Card, CardId } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import { listGroups, READINGS, scaleOf, stepOn, type ReadingId, type ReadingSource } from "../overlays/index.ts";

/** Cards that stand together, under a name. */
export interface Cluster {
  readonly name: string;
  readonly cards: readonly CardId[];
}

/**
 * How cards fall apart by a reading: its groups in their order, or of a figure its steps, the highest first, each named by the figures in it.
 * Last come the cards of which it says nothing. Within a cluster of figures the highest comes first, else cards stay in their order.
 * @returns none when it says nothing of any card
 */
export function clustersOf(id: ReadingId, source: ReadingSource, text: Text): readonly Cluster[] {
  const named = READINGS[id].type === "figure" ? byFigure(id, source, text) : byGroup(id, source, text);
  if (named.length === 0) return [];
  const placed = new Set(named.flatMap(({ cards }) => cards));
  const others = source.cards.filter((card) => !placed.has(card.id));
  return others.length === 0 ? named : [...named, { name: text.t("clusters.without"), cards: others.map(idOf) }];
}
const idOf = ({ id }: Card): CardId => id;

function byGroup(id: ReadingId, source: ReadingSource, text: Text): readonly Cluster[] {
  const reading = READINGS[id];
  if (reading.type !== "group") return [];
  const groups = reading.groupsOf(source);
  return listGroups(groups, reading.order).map(({ group }) => ({
    name: reading.write(group, text, source),
    cards: source.cards.filter((card) => groups.get(card.id) === group).map(idOf),
  }));
}

function byFigure(id: ReadingId, source: ReadingSource, text: Text): readonly Cluster[] {
  const reading = READINGS[id];
  if (reading.type !== "figure") return [];
  const figures = reading.figuresOf(source);
  const scale = scaleOf(figures.values());
  if (!scale) return [];
  const steps = new Map<number, CardId[]>();
  const inTurn = [...figures].toSorted(([, a], [, b]) => b - a);
  for (const [card, figure] of inTurn) {
    const step = stepOn(scale, figure);
    steps.set(step, [...(steps.get(step) ?? []), card]);
  }
  const write = (card: CardId | undefined): string =>
    card === undefined ? "" : reading.write(figures.get(card) ?? 0, text);
  return [...steps.values()].map((cards) => {
    const [highest, lowest] = [write(cards[0]), write(cards.at(-1))];
    return { name: highest === lowest ? highest : text.t("clusters.fromTo", { from: lowest, to: highest }), cards };
  });
}

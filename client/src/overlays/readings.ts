import type { Card, CardId, Measure } from "@palabre/shared/terms";
import { readingOf } from "../figures/index.ts";
import type { MessageKey, Text } from "../i18n/index.ts";
import { reactionsTo } from "../state/index.ts";
import { FACTS, groupsOf } from "./facts.ts";
import type { FigureReading, LabelKey, MapReading, ReadingSource, StructureFigures, UnitKey } from "./mapReading.ts";

const asNumber = (figure: number, { number }: Text): string => number(figure);
/** On a large board every share is small. */
const asPercent = (figure: number, { percent }: Text): string => percent(figure, { digits: figure < 0.1 ? 1 : 0 });
const asShare = (figure: number, { percent }: Text): string => percent(figure);
const asEffect = (figure: number, { signed }: Text): string => signed(figure, { digits: 2 });
const asChange = (figure: number, { percent }: Text): string => percent(figure, { isSigned: true });

/** What the server wrote on cards. */
const annotated = (measure: Measure, label: LabelKey, unit: UnitKey, write: FigureReading["write"]): FigureReading => ({
  type: "figure",
  label,
  unit,
  write,
  figuresOf: ({ cards, annotationOf }) =>
    figuresOf(cards, ({ id }) => {
      const reading = readingOf(annotationOf(id), measure);
      return reading?.state === "known" ? reading.value : undefined;
    }),
});
/** A share of what is compared; what is not compared has none, which is not 0. */
const shareBy =
  (share: Extract<keyof StructureFigures, `${string}Share`>) =>
  (of: StructureFigures): number | undefined =>
    of.rank === undefined ? undefined : of[share];
/** What the page computes of the map itself, at once. */
const structural = (
  label: LabelKey,
  unit: UnitKey,
  pick: (figures: StructureFigures) => number | undefined,
  write: FigureReading["write"],
): FigureReading => ({
  type: "figure",
  label,
  unit,
  write,
  figuresOf: ({ cards, structureOf }) =>
    figuresOf(cards, ({ id }) => {
      const figures = structureOf?.(id);
      return figures && pick(figures);
    }),
});

function figuresOf(cards: readonly Card[], figureOf: (card: Card) => number | undefined): ReadonlyMap<CardId, number> {
  const figures = new Map<CardId, number>();
  for (const card of cards) {
    const figure = figureOf(card);
    if (figure !== undefined && Number.isFinite(figure)) figures.set(card.id, figure);
  }
  return figures;
}

/** Everything that a map can be coloured or sized by, in the order in which it is offered. */
export const READINGS = {
  kind: FACTS.kind,
  level: FACTS.level,
  tag: FACTS.tag,
  author: FACTS.author,
  reactions: {
    type: "figure",
    label: "overlay.byReactions",
    unit: "overlay.unitReactions",
    write: asNumber,
    figuresOf: ({ cards }) =>
      figuresOf(cards, (card) => {
        const { size } = reactionsTo(card);
        return size === 0 ? undefined : size;
      }),
  },
  mentions: annotated("mentions", "overlay.byMentions", "overlay.unitPosts", asNumber),
  trend: annotated("trend", "overlay.byTrend", "overlay.unitTrend", asChange),
  influence: structural("overlay.byInfluence", "overlay.unitShare", shareBy("influenceShare"), asPercent),
  dependence: structural("overlay.byDependence", "overlay.unitShare", shareBy("dependenceShare"), asPercent),
  indirectInfluence: structural(
    "overlay.byIndirectInfluence",
    "overlay.unitIndirect",
    shareBy("indirectInfluenceShare"),
    asPercent,
  ),
  indirectDependence: structural(
    "overlay.byIndirectDependence",
    "overlay.unitIndirect",
    shareBy("indirectDependenceShare"),
    asPercent,
  ),
  quadrant: {
    type: "group",
    label: "overlay.byQuadrant",
    order: ["driver", "relay", "dependent", "autonomous", "between"],
    groupsOf: ({ cards, structureOf }) => groupsOf(cards, ({ id }) => structureOf?.(id)?.quadrant),
    write: (group, { t }) => t(QUADRANT_WORDS[group] ?? "overlay.quadrantBetween"),
  },
  loops: structural("overlay.byLoops", "overlay.unitLoops", (of) => of.reinforcing + of.balancing, asNumber),
  betweenness: structural("overlay.byBetweenness", "overlay.unitBetweenness", (of) => of.betweenness, asNumber),
  community: {
    type: "group",
    label: "overlay.byCommunity",
    order: [],
    groupsOf: ({ cards, structureOf }) =>
      groupsOf(cards, ({ id }) => {
        const community = structureOf?.(id)?.community;
        return community === undefined ? undefined : String(community);
      }),
    write: (group, { t }) => t("overlay.communityNamed", { name: letterOf(Number(group)) }),
  },
  servedBy: annotated("servedBy", "overlay.byServedBy", "overlay.unitServedBy", asEffect),
  effect: annotated("effect", "overlay.byEffect", "overlay.unitEffect", asEffect),
  best: annotated("best", "overlay.byBest", "overlay.unitBest", asShare),
  budget: {
    type: "group",
    label: "overlay.byBudget",
    order: ["in", "out"],
    groupsOf: ({ cards, annotationOf }) =>
      groupsOf(cards, ({ id }) => {
        const reading = readingOf(annotationOf(id), "budget");
        if (reading?.state !== "known") return undefined;
        return reading.value === 1 ? "in" : "out";
      }),
    write: (group, { t }) => t(group === "in" ? "overlay.budgetIn" : "overlay.budgetOut"),
  },
  priority: annotated("priority", "overlay.byPriority", "overlay.unitPriority", asShare),
  agreement: annotated("agreement", "overlay.byAgreement", "overlay.unitAgreement", asShare),
  roi: annotated("roi", "overlay.byRoi", "overlay.unitRoi", asChange),
} as const satisfies Readonly<Record<string, MapReading>>;

const QUADRANT_WORDS: Readonly<Record<string, QuadrantKey>> = {
  driver: "figures.quadrantDriver",
  relay: "figures.quadrantRelay",
  dependent: "figures.quadrantResult",
  autonomous: "figures.quadrantAside",
};
type QuadrantKey = Extract<MessageKey, `figures.quadrant${string}`> | "overlay.quadrantBetween";

/** 0 → A, 25 → Z, 26 → A1. */
const letterOf = (place: number): string =>
  String.fromCodePoint(65 + (place % 26)) + (place < 26 ? "" : String(Math.floor(place / 26)));

export type ReadingId = keyof typeof READINGS;
const READING_IDS = Object.keys(READINGS) as readonly ReadingId[];
/** A reading by its name; undefined for a name that there is no reading of. */
export const readingNamed = (id: string | undefined): MapReading | undefined =>
  id !== undefined && Object.hasOwn(READINGS, id) ? READINGS[id as ReadingId] : undefined;

/** The readings that say something of at least one card. */
export const offeredReadings = (source: ReadingSource): readonly ReadingId[] =>
  READING_IDS.filter((id) => {
    const reading: MapReading = READINGS[id];
    return (reading.type === "figure" ? reading.figuresOf(source) : reading.groupsOf(source)).size > 0;
  });

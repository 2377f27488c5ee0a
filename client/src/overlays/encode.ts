import type { CardId } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import { COLOURED_GROUPS, colourOfGroup, colourOfStep } from "./colours.ts";
import { listGroups } from "./groups.ts";
import type { FigureReading, GroupReading, ReadingSource } from "./mapReading.ts";
import { readingNamed } from "./readings.ts";
import { diameterOn, DIVERGING_STEPS, reachOf, scaleOf, SEQUENTIAL_STEPS, stepOn, type Scale } from "./scale.ts";

/** What a reading makes of the cards: a colour each, and the key to it. */
export interface ColourLayer {
  readonly label: string;
  readonly unit: string | undefined;
  readonly byCard: ReadonlyMap<CardId, Tint>;
  readonly key: ColourKey;
  /** cards of which the reading says nothing */
  readonly without: number;
}
export interface Tint {
  /** as CSS */
  readonly colour: string;
  /** the figure, or the name of the group */
  readonly words: string;
}
export type ColourKey =
  | { readonly type: "steps"; readonly colours: readonly string[]; readonly ends: Ends }
  | { readonly type: "groups"; readonly groups: readonly KeyedGroup[] };
export interface KeyedGroup {
  readonly colour: string;
  /** undefined: all the smaller ones together */
  readonly name: string | undefined;
  readonly n: number;
}
/** The figures at both ends of a scale and in its middle, as they are written. */
export interface Ends {
  readonly low: string;
  readonly middle: string;
  readonly high: string;
  /** some figures lie beyond */
  readonly isBeyondLow: boolean;
  readonly isBeyondHigh: boolean;
  /** all figures are the same one */
  readonly isOne: boolean;
}

/** What a reading makes of the cards: a disc each, and the key to it. */
export interface SizeLayer {
  readonly label: string;
  readonly unit: string;
  readonly byCard: ReadonlyMap<CardId, Disc>;
  /** large, half as large by its area, and the figures that they stand for */
  readonly key: readonly { readonly diameter: number; readonly words: string }[];
  readonly hasNegative: boolean;
  readonly without: number;
}
export interface Disc {
  /** board px at 100 % */
  readonly diameter: number;
  /** its figure is below zero: it is drawn as a ring */
  readonly isNegative: boolean;
  readonly words: string;
}

/** The colours of a reading; undefined for an unknown name, and while it says nothing of any card. */
export function encodeColour(id: string | undefined, source: ReadingSource, text: Text): ColourLayer | undefined {
  const reading = readingNamed(id);
  if (!reading) return undefined;
  return reading.type === "figure" ? colourFigures(reading, source, text) : colourGroups(reading, source, text);
}

function colourFigures(reading: FigureReading, source: ReadingSource, text: Text): ColourLayer | undefined {
  const figures = reading.figuresOf(source);
  const scale = scaleOf(figures.values());
  if (!scale) return undefined;
  const byCard = new Map<CardId, Tint>();
  for (const [card, figure] of figures)
    byCard.set(card, { colour: colourOfStep(scale, stepOn(scale, figure)), words: reading.write(figure, text) });
  return {
    label: text.t(reading.label),
    unit: text.t(reading.unit),
    byCard,
    key: {
      type: "steps",
      colours: stepsOf(scale).map((step) => colourOfStep(scale, step)),
      ends: endsOf(scale, (figure) => reading.write(figure, text)),
    },
    without: source.cards.length - byCard.size,
  };
}
const stepsOf = (scale: Scale): readonly number[] =>
  scale.type === "sequential"
    ? Array.from({ length: SEQUENTIAL_STEPS }, (_, step) => step)
    : Array.from({ length: 2 * DIVERGING_STEPS + 1 }, (_, place) => place - DIVERGING_STEPS);

function endsOf(scale: Scale, write: (figure: number) => string): Ends {
  if (scale.type === "diverging") {
    const { reach, isBeyond } = scale;
    return {
      low: write(-reach),
      middle: write(0),
      high: write(reach),
      isBeyondLow: isBeyond,
      isBeyondHigh: isBeyond,
      isOne: false,
    };
  }
  const { low, high, isBeyondLow, isBeyondHigh } = scale;
  return {
    low: write(low),
    middle: write((low + high) / 2),
    high: write(high),
    isBeyondLow,
    isBeyondHigh,
    isOne: low === high,
  };
}

function colourGroups(reading: GroupReading, source: ReadingSource, text: Text): ColourLayer | undefined {
  const groups = reading.groupsOf(source);
  if (groups.size === 0) return undefined;
  const listed = listGroups(groups, reading.order);
  const places = new Map(listed.map(({ group }, place) => [group, place]));
  const colourOf = reading.colourOf ?? ((group: string) => colourOfGroup(places.get(group) ?? 0));
  const byCard = new Map<CardId, Tint>();
  for (const [card, group] of groups)
    byCard.set(card, { colour: colourOf(group), words: reading.write(group, text, source) });
  const named = listed
    .slice(0, COLOURED_GROUPS)
    .map(({ group, n }): KeyedGroup => ({ colour: colourOf(group), name: reading.write(group, text, source), n }));
  const rest = listed.slice(COLOURED_GROUPS).reduce((sum, { n }) => sum + n, 0);
  return {
    label: text.t(reading.label),
    unit: undefined,
    byCard,
    key: {
      type: "groups",
      groups: rest === 0 ? named : [...named, { colour: colourOfGroup(COLOURED_GROUPS), name: undefined, n: rest }],
    },
    without: source.cards.length - byCard.size,
  };
}

/** The discs of a reading; undefined for what has no figures. */
export function encodeSize(id: string | undefined, source: ReadingSource, text: Text): SizeLayer | undefined {
  const reading = readingNamed(id);
  if (reading?.type !== "figure") return undefined;
  const figures = reading.figuresOf(source);
  const scale = scaleOf(figures.values());
  if (!scale) return undefined;
  const byCard = new Map<CardId, Disc>();
  for (const [card, figure] of figures)
    byCard.set(card, {
      diameter: diameterOn(scale, figure),
      isNegative: figure < 0,
      words: reading.write(figure, text),
    });
  return {
    label: text.t(reading.label),
    unit: text.t(reading.unit),
    byCard,
    key: samplesOf(scale, [...figures.values()].every(Number.isInteger)).map((figure) => ({
      diameter: diameterOn(scale, figure),
      words: reading.write(figure, text),
    })),
    hasNegative: scale.type === "diverging",
    without: source.cards.length - byCard.size,
  };
}

/** The largest, one of half its area and one of an eighth; whole numbers where all figures are counts. */
function samplesOf(scale: Scale, isCount: boolean): readonly number[] {
  const reach = reachOf(scale);
  const samples = [reach, reach / 2, reach / 8];
  return isCount ? [...new Set(samples.map((figure) => Math.ceil(figure)))] : reach === 0 ? [0] : samples;
}

import type { CardAttributes, Pair } from "../../../terms/index.ts";
import { keysOf } from "../design.ts";
import type { TemplateCard, TemplateContents, TemplateLink } from "../template.ts";
import type { Expectation, Factor, RepairCafeWords, Strategy } from "./words.ts";

/**
 * An association that runs repair cafés decides what its next year will be.
 *
 * Laid out to be seen whole at 100 %: what people expect on the left, what the group might do on the right, and between them
 * the factors of cooperation, in a column that leaves lanes free for the links that cross it. Both languages have the same
 * cards and links; the posts are of each language's own, alike in what they voice.
 */

const EXPECTATIONS: Readonly<Record<Expectation, Pair>> = {
  evenings: [264, 48],
  checkFirst: [264, 245],
  learning: [264, 451],
  waiting: [32, 320],
  access: [32, 492],
};
const FACTORS: Readonly<
  Record<Factor, { readonly position: Pair; readonly level: NonNullable<CardAttributes["level"]> }>
> = {
  volunteers: { position: [572, 152], level: "member" },
  counter: { position: [572, 346], level: "group" },
  trust: { position: [572, 540], level: "group" },
  knowHow: { position: [572, 702], level: "group" },
  townHall: { position: [256, 691], level: "environment" },
};
const STRATEGIES: Readonly<Record<Strategy, { readonly position: Pair; readonly attributes: CardAttributes }>> = {
  openEvenings: {
    position: [950, 48],
    attributes: {
      cost: 1_500,
      gain: 4_200,
      unit: "euro",
      horizon: 12,
      effort: "medium",
      engagementLevel: "contribute",
    },
  },
  onlineCheck: {
    position: [950, 245],
    attributes: { cost: 900, gain: 3_060, unit: "euro", horizon: 6, effort: "low", engagementLevel: "talk" },
  },
  workshop: {
    position: [950, 451],
    attributes: { cost: 96, gain: 72, unit: "hour", horizon: 12, effort: "medium", engagementLevel: "contribute" },
  },
  mentors: {
    position: [950, 636],
    attributes: { cost: 2_400, gain: 3_840, unit: "euro", horizon: 18, effort: "high", engagementLevel: "contribute" },
  },
};

/** @param posts kept as evidence: the first two, word for word */
export function layCards(words: RepairCafeWords, posts: TemplateContents["posts"]): readonly TemplateCard[] {
  const { frames, expectations, factors, strategies, sourceName, note } = words;
  return [
    { key: "expected", kind: "frame", position: [16, 24], text: frames.expected, attributes: { size: [472, 643] } },
    { key: "possible", kind: "frame", position: [934, 24], text: frames.possible, attributes: { size: [252, 787] } },
    ...keysOf(EXPECTATIONS).map((key): TemplateCard => {
      const { text, query } = expectations[key];
      return { key, kind: "expectation", position: EXPECTATIONS[key], text, in: "expected", attributes: { query } };
    }),
    ...keysOf(FACTORS).map((key): TemplateCard => {
      const { position, level } = FACTORS[key];
      return { key, kind: "factor", position, text: factors[key], attributes: { level } };
    }),
    ...keysOf(STRATEGIES).map((key): TemplateCard => {
      const { text, owner } = strategies[key];
      const { position, attributes } = STRATEGIES[key];
      return { key, kind: "strategy", position, text, in: "possible", attributes: { ...attributes, owner } };
    }),
    ...posts.slice(0, 2).map(({ text, at, url }, index): TemplateCard => {
      const position: Pair = [32, 48 + index * 136];
      const attributes = { size: [208, 112], source: sourceName, saidAt: at, url } as const;
      return { key: `quote ${index + 1}`, kind: "quote", position, text, in: "expected", attributes };
    }),
    { key: "note", kind: "note", position: [572, 24], text: note, attributes: { size: [220, 76] } },
  ];
}

/** for how many people, and how long all steps take */
export const PEOPLE: Pair = [4, 15];
export const MINUTES = 60;

export const linksOf = ({ labels }: RepairCafeWords): readonly TemplateLink[] => [
  { from: "openEvenings", to: "evenings", polarity: "+", strength: 3, label: labels.atLast },
  { from: "openEvenings", to: "volunteers", polarity: "-", strength: 2, delay: true, label: labels.tired },
  { from: "onlineCheck", to: "checkFirst", polarity: "+", strength: 3 },
  { from: "onlineCheck", to: "counter", polarity: "-", strength: 2 },
  { from: "workshop", to: "learning", polarity: "+", strength: 3 },
  { from: "mentors", to: "knowHow", polarity: "+", strength: 3, delay: true },
  { from: "volunteers", to: "counter", polarity: "-", strength: 3 },
  { from: "counter", to: "trust", polarity: "-", strength: 2 },
  { from: "trust", to: "volunteers", polarity: "+", strength: 2, delay: true },
  { from: "knowHow", to: "volunteers", polarity: "+", strength: 2 },
  { from: "townHall", to: "knowHow", polarity: "+", strength: 1 },
];

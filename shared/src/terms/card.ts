import { z } from "zod/mini";
import { cardIdSchema, personIdSchema, themeIdSchema, type CardId, type PersonId, type ThemeId } from "./ids.ts";
import type { Json } from "./json.ts";
import { LIMITS } from "./limits.ts";

/** Kinds with meaning come first, kinds for drawing after. */
export const CARD_KINDS = [
  "expectation",
  "factor",
  "strategy",
  "quote",
  "resource",
  "note",
  "frame",
  "image",
  "drawing",
] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** Where a factor acts (the three levels of the FING schema). */
export const FACTOR_LEVELS = ["member", "group", "environment"] as const;
/** How far a strategy asks the community to commit itself. */
export const ENGAGEMENT_LEVELS = ["react", "talk", "contribute"] as const;
export const EFFORTS = ["low", "medium", "high"] as const;
/** How a note is drawn that is no paper: words alone, or a shape of a diagram around them. */
export const CARD_SHAPES = ["text", "rectangle", "ellipse", "diamond"] as const;
export type CardShape = (typeof CARD_SHAPES)[number];
/** What a cost and a gain are counted in; both in the same unit, else a ratio means nothing. */
export const UNITS = ["euro", "hour", "point"] as const;

/** [x, y] or [w, h], in board px. */
export type Pair = readonly [number, number];
const coordinate = z.number().check(z.minimum(-LIMITS.coordinatePx), z.maximum(LIMITS.coordinatePx));
export const positionSchema: z.ZodMiniType<Pair> = z.tuple([coordinate, coordinate]);
const sizeSchema: z.ZodMiniType<Pair> = z.tuple([
  z.number().check(z.positive(), z.maximum(LIMITS.coordinatePx)),
  z.number().check(z.positive(), z.maximum(LIMITS.coordinatePx)),
]);

/** The birth record of a card; never changed afterwards. An unknown kind survives as it came. */
export const cardBirthSchema: z.ZodMiniType<CardBirth> = z.looseObject({
  kind: z.string().check(z.minLength(1), z.maxLength(40)),
  by: z.optional(personIdSchema),
  at: z.number(),
});
export interface CardBirth {
  readonly kind: string;
  readonly by?: PersonId | undefined;
  readonly at: number;
}

/** An amount of money, hours or points. */
export const amountSchema: z.ZodMiniNumber = z.number().check(z.minimum(-1e12), z.maximum(1e12));
const time = z.int().check(z.nonnegative());

/** Attributes that Palabre knows, by name. Others are kept and handed on as they are. */
export interface CardAttributes {
  readonly size?: Pair;
  readonly colour?: string;
  readonly tags?: readonly string[];
  readonly frame?: CardId;
  readonly group?: string;
  readonly order?: string;
  readonly locked?: boolean;
  readonly trashedAt?: number;
  readonly level?: (typeof FACTOR_LEVELS)[number];
  readonly cost?: number;
  readonly gain?: number;
  readonly unit?: (typeof UNITS)[number];
  /** months from now until the gain is expected */
  readonly horizon?: number;
  readonly effort?: (typeof EFFORTS)[number];
  readonly engagementLevel?: (typeof ENGAGEMENT_LEVELS)[number];
  readonly owner?: string;
  /** strategies without which a strategy can't be done; what is no strategy of the board counts for nothing */
  readonly requires?: readonly CardId[];
  /** strategies that can't be done together with it; said on either of the two, it holds for both */
  readonly excludes?: readonly CardId[];
  /** what an expectation listens for; the grammar is that of `listening/query.ts` */
  readonly query?: string;
  /** the theme that an expectation was suggested by */
  readonly theme?: ThemeId;
  readonly url?: string;
  /** who or what a quote comes from, as a person reads it */
  readonly source?: string;
  /** when a quoted post was written */
  readonly saidAt?: number;
  readonly file?: string;
  /** a line drawn by hand, in the words of `client/canvas/draw/stroke.ts` */
  readonly path?: string;
  readonly shape?: CardShape;
}
export type CardAttributeName = keyof CardAttributes;
export const CARD_ATTRIBUTES: {
  readonly [Name in CardAttributeName]-?: z.ZodMiniType<NonNullable<CardAttributes[Name]>>;
} = {
  size: sizeSchema,
  colour: z.string().check(z.maxLength(40)),
  tags: z.array(z.string().check(z.minLength(1), z.maxLength(LIMITS.tagLength))).check(z.maxLength(LIMITS.tagsPerCard)),
  frame: cardIdSchema,
  group: z.string().check(z.maxLength(40)),
  order: z.string().check(z.maxLength(200)),
  locked: z.boolean(),
  trashedAt: time,
  level: z.enum(FACTOR_LEVELS),
  cost: amountSchema.check(z.nonnegative()),
  gain: amountSchema,
  unit: z.enum(UNITS),
  horizon: z.number().check(z.positive(), z.maximum(1_200)),
  effort: z.enum(EFFORTS),
  engagementLevel: z.enum(ENGAGEMENT_LEVELS),
  owner: z.string().check(z.maxLength(LIMITS.nameLength)),
  requires: z.array(cardIdSchema).check(z.maxLength(LIMITS.strategiesNamed)),
  excludes: z.array(cardIdSchema).check(z.maxLength(LIMITS.strategiesNamed)),
  query: z.string().check(z.maxLength(LIMITS.queryLength)),
  theme: themeIdSchema,
  url: z.string().check(z.maxLength(2_000)),
  source: z.string().check(z.maxLength(200)),
  saidAt: time,
  file: z.string().check(z.maxLength(200)),
  path: z.string().check(z.maxLength(LIMITS.attributeBytes)),
  shape: z.enum(CARD_SHAPES),
};

/** One card of a snapshot: plain, validated, readonly. */
export interface Card {
  readonly id: CardId;
  /** one of CARD_KINDS, or a kind this version does not know */
  readonly kind: string;
  readonly by?: PersonId | undefined;
  readonly at: number;
  readonly position: Pair;
  /** the whole text; its first line is the title */
  readonly text: string;
  readonly attributes: CardAttributes;
  /** attributes that this version does not know, as they came */
  readonly extra: Readonly<Record<string, Json>>;
}

export const titleOf = (card: Pick<Card, "text">): string => {
  const end = card.text.indexOf("\n");
  return (end < 0 ? card.text : card.text.slice(0, end)).trim();
};
export const isTrashed = (card: Pick<Card, "attributes">): boolean => card.attributes.trashedAt !== undefined;

/** Sizes in board px; what a card has until somebody sets another. */
export const DEFAULT_SIZES: Readonly<Record<CardKind, Pair>> = {
  expectation: [208, 146],
  factor: [220, 138],
  strategy: [220, 146],
  quote: [208, 146],
  resource: [208, 112],
  note: [164, 96],
  frame: [474, 360],
  image: [240, 180],
  drawing: [200, 200],
};
export const isCardKind = (kind: string): kind is CardKind => (CARD_KINDS as readonly string[]).includes(kind);
/** by kinds as documents hold them, which may be any word */
const SIZES: ReadonlyMap<string, Pair> = new Map(Object.entries(DEFAULT_SIZES));
/** [w, h] in board px. An unknown kind is drawn as a note. */
export const sizeOf = (card: Pick<Card, "kind" | "attributes">): Pair =>
  card.attributes.size ?? SIZES.get(card.kind) ?? DEFAULT_SIZES.note;

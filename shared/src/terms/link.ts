import { z } from "zod/mini";
import { cardIdSchema, personIdSchema, type CardId, type LinkId, type PersonId } from "./ids.ts";
import type { Json } from "./json.ts";

export const POLARITIES = ["+", "-"] as const;
export type Polarity = (typeof POLARITIES)[number];
export const STRENGTHS = [1, 2, 3] as const;
export type Strength = (typeof STRENGTHS)[number];

/** The birth record of a link: directed, from a card to a card; never changed afterwards. */
export const linkBirthSchema: z.ZodMiniType<LinkBirth> = z.looseObject({
  from: cardIdSchema,
  to: cardIdSchema,
  by: z.optional(personIdSchema),
  at: z.number(),
});
export interface LinkBirth {
  readonly from: CardId;
  readonly to: CardId;
  readonly by?: PersonId | undefined;
  readonly at: number;
}

export interface LinkAttributes {
  readonly polarity?: Polarity;
  readonly strength?: Strength;
  readonly delay?: boolean;
  readonly label?: string;
  readonly trashedAt?: number;
}
export type LinkAttributeName = keyof LinkAttributes;
export const LINK_ATTRIBUTES: {
  readonly [Name in LinkAttributeName]-?: z.ZodMiniType<NonNullable<LinkAttributes[Name]>>;
} = {
  polarity: z.enum(POLARITIES),
  strength: z.literal(STRENGTHS),
  delay: z.boolean(),
  label: z.string().check(z.maxLength(200)),
  trashedAt: z.int().check(z.nonnegative()),
};

/** One link of a snapshot. Both its cards exist; a link to a card that is gone is left out. */
export interface Link {
  readonly id: LinkId;
  readonly from: CardId;
  readonly to: CardId;
  readonly by?: PersonId | undefined;
  readonly at: number;
  /** + unless set */
  readonly polarity: Polarity;
  /** 2 (medium) unless set */
  readonly strength: Strength;
  readonly delay: boolean;
  readonly label: string;
  readonly attributes: LinkAttributes;
  readonly extra: Readonly<Record<string, Json>>;
}
export const DEFAULT_POLARITY: Polarity = "+";
export const DEFAULT_STRENGTH: Strength = 2;

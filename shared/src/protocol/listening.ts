import { z } from "zod/mini";
import {
  alertRuleSchema,
  heardSchema,
  LIMITS,
  themeIdSchema,
  themeSchema,
  type AlertRule,
  type Feeling,
  type Heard,
  type ListedTheme,
} from "../terms/index.ts";

/** What is asked and told of what a board has heard. */

const time = z.int().check(z.nonnegative());

/** The largest first. `posts` = how many were read. */
export interface ThemeList {
  readonly themes: readonly ListedTheme[];
  readonly posts: number;
}
const listedThemeSchema: z.ZodMiniType<ListedTheme> = z.intersection(z.object({ id: themeIdSchema }), themeSchema);
export const themeListSchema: z.ZodMiniType<ThemeList> = z.object({
  themes: z.array(listedThemeSchema),
  posts: z.int(),
});

/** What a facilitator says of one post; the board is read with it from then on. */
export interface LabelPost {
  readonly post: string;
  readonly isExpectation: boolean;
}
export const labelPostSchema: z.ZodMiniType<LabelPost> = z.object({
  post: z.string().check(z.minLength(1), z.maxLength(300)),
  isExpectation: z.boolean(),
});
/** How many labels the board has, how many of its posts are read otherwise because of this one, and how the post itself is read now. */
export interface PostLabelled {
  readonly labels: number;
  readonly changed: number;
  /** absent until the post was read */
  readonly heard?: Heard | undefined;
}
export const postLabelledSchema: z.ZodMiniType<PostLabelled> = z.object({
  labels: z.int(),
  changed: z.int(),
  heard: z.optional(heardSchema),
});

/** Whose share of voice is compared: names with the query that finds each. */
export interface SetVoices {
  readonly names: readonly { readonly name: string; readonly query: string }[];
}
export const setVoicesSchema: z.ZodMiniType<SetVoices> = z.object({
  names: z
    .array(
      z.object({
        name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.nameLength)),
        query: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.queryLength)),
      }),
    )
    .check(z.maxLength(10)),
});
/** How often each name was spoken of; shares are of all that speak of any of them, and a post may speak of two. */
export interface Voices {
  readonly from: number;
  readonly to: number;
  readonly posts: number;
  readonly names: readonly Voice[];
}
export interface Voice {
  readonly name: string;
  readonly query: string;
  readonly posts: number;
  /** absent while nobody speaks of any of them */
  readonly share?: number | undefined;
  readonly feelings: Readonly<Record<Feeling, number>>;
}
const feelingsSchema = z.object({ positive: z.int(), neutral: z.int(), negative: z.int() });
export const voicesSchema: z.ZodMiniType<Voices> = z.object({
  from: time,
  to: time,
  posts: z.int(),
  names: z.array(
    z.object({
      name: z.string(),
      query: z.string(),
      posts: z.int(),
      share: z.optional(z.number()),
      feelings: feelingsSchema,
    }),
  ),
});

const MOST_ALERTS = 20;
/** All alerts of a board at once. A webhook is signed with `secret`, which the server makes. */
export interface SetAlerts {
  readonly alerts: readonly AlertRule[];
}
export const setAlertsSchema: z.ZodMiniType<SetAlerts> = z.object({
  alerts: z.array(alertRuleSchema).check(z.maxLength(MOST_ALERTS)),
});
export interface AlertList extends SetAlerts {
  /** what `x-palabre-signature` of this board's webhooks is made with; facilitators only */
  readonly secret: string;
}
export const alertListSchema: z.ZodMiniType<AlertList> = z.object({
  alerts: z.array(alertRuleSchema),
  secret: z.string(),
});

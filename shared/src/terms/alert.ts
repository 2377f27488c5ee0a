import { z } from "zod/mini";
import { alertIdSchema, cardIdSchema, themeIdSchema, type AlertId, type CardId, type ThemeId } from "./ids.ts";
import { LIMITS } from "./limits.ts";

/** What an alert watches: an expectation's own query, a theme, or any query. */
export type AlertSubject = { readonly card: CardId } | { readonly theme: ThemeId } | { readonly query: string };
/** When it is raised. A feeling is (positive − negative) / posts, −1 to 1, and is said from 8 posts on. */
export type AlertCondition =
  | { readonly is: "mentions"; readonly atLeast: number; readonly hours: number }
  | { readonly is: "burst" }
  | { readonly is: "feeling"; readonly below: number; readonly hours: number };
export interface AlertRule {
  readonly id: AlertId;
  readonly name: string;
  readonly on: AlertSubject;
  readonly when: AlertCondition;
  /** nobody is told between these times of the day, "22:00" to "07:00", in the time zone; it is told after */
  readonly quiet?: { readonly from: string; readonly to: string } | undefined;
  /** IANA, "Europe/Paris" */
  readonly timeZone: string;
  /** told by POST, signed */
  readonly webhook?: string | undefined;
}
const hours = z.number().check(z.int(), z.minimum(1), z.maximum(24 * 30));
const timeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
const subjectSchema: z.ZodMiniType<AlertSubject> = z.union([
  z.object({ card: cardIdSchema }),
  z.object({ theme: themeIdSchema }),
  z.object({ query: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.queryLength)) }),
]);
export const alertRuleSchema: z.ZodMiniType<AlertRule> = z.object({
  id: alertIdSchema,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.titleLength)),
  on: subjectSchema,
  when: z.discriminatedUnion("is", [
    z.object({ is: z.literal("mentions"), atLeast: z.int().check(z.minimum(1), z.maximum(1_000_000)), hours }),
    z.object({ is: z.literal("burst") }),
    z.object({ is: z.literal("feeling"), below: z.number().check(z.minimum(-1), z.maximum(1)), hours }),
  ]),
  quiet: z.optional(z.object({ from: timeOfDay, to: timeOfDay })),
  timeZone: z.string().check(z.maxLength(60)),
  webhook: z.optional(z.string().check(z.maxLength(2_000))),
});

/** An alert that is raised now: it goes when what raised it is over. */
export interface RaisedAlert {
  readonly name: string;
  readonly on: AlertSubject;
  readonly is: AlertCondition["is"];
  /** since when it holds */
  readonly at: number;
  /** posts it is drawn from */
  readonly posts: number;
  /** of a feeling: the figure itself */
  readonly value?: number | undefined;
  // the time of these posts; older alerts say nothing of it
  /** of mentions and feelings: how far back is looked from now, which moves and is not written each time */
  readonly hours?: number | undefined;
  /** of a burst: its first hour, and the end of its last */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}
export const raisedAlertSchema: z.ZodMiniType<RaisedAlert> = z.object({
  name: z.string(),
  on: subjectSchema,
  is: z.enum(["mentions", "burst", "feeling"]),
  at: z.number(),
  posts: z.int().check(z.nonnegative()),
  value: z.optional(z.number()),
  hours: z.optional(hours),
  from: z.optional(z.number()),
  to: z.optional(z.number()),
});

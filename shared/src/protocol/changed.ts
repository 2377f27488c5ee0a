import { z } from "zod/mini";
import { personIdSchema, thingIdSchema, type PersonId, type ThingId } from "../terms/index.ts";

/** What was done to a thing, in a word each. */
export const DEEDS_DONE = ["made", "wrote", "moved", "set", "trashed", "broughtBack", "commented", "reacted"] as const;
export type DeedDone = (typeof DEEDS_DONE)[number];

/** What one person did to one card or link in a while; a comment is done to what it is on. */
export interface ThingChanged {
  readonly thing: ThingId;
  /** undefined = the server */
  readonly person?: PersonId | undefined;
  /** each word once, in the order of `DEEDS_DONE` */
  readonly did: readonly DeedDone[];
  /** of the last of them */
  readonly at: number;
}
/** Newest first; `isMore`: there was more than is listed. */
export interface WhatChanged {
  readonly changes: readonly ThingChanged[];
  readonly isMore: boolean;
}
export const whatChangedSchema: z.ZodMiniType<WhatChanged> = z.object({
  changes: z.array(
    z.object({
      thing: thingIdSchema,
      person: z.optional(personIdSchema),
      did: z.array(z.enum(DEEDS_DONE)),
      at: z.number(),
    }),
  ),
  isMore: z.boolean(),
});

import { z } from "zod";

/** Requests of those who are together on a board. */

/** Lets a person look on only, or write again. */
export const setMutedSchema: z.ZodType<{ readonly muted: boolean }> = z.object({ muted: z.boolean() });

/** Sends a person off the board, or lets them back in. */
export const setRemovedSchema: z.ZodType<{ readonly removed: boolean }> = z.object({ removed: z.boolean() });

import { z } from "zod/mini";
import { placeSchema, type Place } from "../terms/index.ts";

/** Requests of those who are together on a board. */

/** Lets a person look on only, or write again. */
export const setMutedSchema: z.ZodMiniType<{ readonly muted: boolean }> = z.object({ muted: z.boolean() });

/** Sends a person off the board, or lets them back in. */
export const setRemovedSchema: z.ZodMiniType<{ readonly removed: boolean }> = z.object({ removed: z.boolean() });

/** Raises a hand, or lowers it. */
export const setHandSchema: z.ZodMiniType<{ readonly raised: boolean }> = z.object({ raised: z.boolean() });

/** Asks whether all are ready, or ends the question. */
export const setReadyCheckSchema: z.ZodMiniType<{ readonly isOn: boolean }> = z.object({ isOn: z.boolean() });

/** Says that one is ready, or not yet. */
export const setReadySchema: z.ZodMiniType<{ readonly isReady: boolean }> = z.object({ isReady: z.boolean() });

/** Brings everybody to a place. */
export const gatherSchema: z.ZodMiniType<{ readonly place: Place }> = z.object({ place: placeSchema });

/** Hides where all point, or shows it again. */
export const setCursorsSchema: z.ZodMiniType<{ readonly hidden: boolean }> = z.object({ hidden: z.boolean() });

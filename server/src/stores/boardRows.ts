import { createHash } from "node:crypto";
import { boardIdSchema, languageSchema } from "@palabre/shared/terms";
import { z } from "zod";
import type { BoardRecord } from "./boardStore.ts";

// Rows of any database, as the records that they hold.

export const boardRow = z
  .object({
    id: boardIdSchema,
    title: z.string(),
    language: languageSchema,
    createdAt: z.number(),
    facilitatorCounter: z.number(),
    participantCounter: z.number(),
    viewerCounter: z.number(),
    historyDays: z.number(),
  })
  .transform(({ facilitatorCounter, participantCounter, viewerCounter, ...row }): BoardRecord => ({
    ...row,
    counters: { facilitator: facilitatorCounter, participant: participantCounter, viewer: viewerCounter },
  }));
export const idRow = z.object({ id: boardIdSchema });

/** A key was the id of a card in a draft: once that is erased, nothing on the disk names it. */
export const digestOf = (key: string): Uint8Array => createHash("sha256").update(key).digest();

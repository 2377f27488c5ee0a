import { boardIdSchema, personColourSchema, personIdSchema, roleSchema } from "@palabre/shared/terms";
import { z } from "zod";
import type { SessionRecord, SlideRecord } from "./boardStore.ts";

// Rows of any database, as the records that they hold.

export const sessionRow = z
  .object({
    device: z.string(),
    board: boardIdSchema,
    person: personIdSchema,
    role: roleSchema,
    counter: z.number(),
    name: z.string(),
    colour: personColourSchema,
    bearer: z.number().transform(Boolean),
    askedBy: z.nullable(personIdSchema),
    seenAt: z.number(),
    expiresAt: z.number(),
    removedAt: z.number().nullable(),
    standing: z.enum(["waiting", "refused"]).nullable(),
  })
  .transform(({ askedBy, removedAt, standing, ...row }): SessionRecord => ({
    ...row,
    ...(askedBy === null ? {} : { askedBy }),
    ...(removedAt === null ? {} : { removedAt }),
    ...(standing === null ? {} : { standing }),
  }));
export const slideRow = z.object({
  board: boardIdSchema,
  salt: z.string(),
  digest: z.string(),
  codeAt: z.number(),
  seenAt: z.number(),
}) satisfies z.ZodType<SlideRecord>;

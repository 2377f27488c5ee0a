import { ballotIdSchema, boardIdSchema, personIdSchema } from "@palabre/shared/terms";
import { z } from "zod";
import type { BallotRecord, PaperRecord } from "./ballotStore.ts";

// Rows of any database, as the records that they hold.

export const ballotRow = z
  .object({
    board: boardIdSchema,
    id: ballotIdSchema,
    salt: z.string(),
    openedAt: z.number(),
    closesAt: z.number().nullable(),
    closedAt: z.number().nullable(),
  })
  .transform(({ closesAt, closedAt, ...row }): BallotRecord => ({
    ...row,
    ...(closesAt === null ? {} : { closesAt }),
    ...(closedAt === null ? {} : { closedAt }),
  }));
export const paperRow = z.object({
  person: personIdSchema,
  sealed: z.string(),
  at: z.number(),
}) satisfies z.ZodType<PaperRecord>;

/** Whether a ballot takes a paper that is given at that time; it must be asked in the paper's transaction. */
export const takesPapers = (ballot: BallotRecord | undefined, at: number): boolean =>
  ballot !== undefined && ballot.closedAt === undefined && at < (ballot.closesAt ?? Infinity);

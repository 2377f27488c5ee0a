import { AppError } from "@palabre/shared/errors";
import { boardIdSchema, jsonSchema, personIdSchema, versionIdSchema, type ChangedFact } from "@palabre/shared/terms";
import { z } from "zod";
import { VERSION_KINDS, type ClientOwner, type LoggedChange, type VersionRecord } from "./boardStore.ts";
import { shaOf } from "./packing.ts";

// Rows of any database, as the records that they hold.

export const clientRow = z.object({ client: z.number(), device: z.string() }) satisfies z.ZodType<ClientOwner>;
const person = z.nullable(personIdSchema);
const factSchema = z.object({
  key: z.string(),
  before: z.optional(jsonSchema),
  after: z.optional(jsonSchema),
  delta: z
    .array(
      z.union([z.object({ keep: z.number() }), z.object({ remove: z.string() }), z.object({ insert: z.string() })]),
    )
    .optional(),
}) satisfies z.ZodType<ChangedFact>;
export const changeRow = z
  .object({ seq: z.number(), at: z.number(), person, phase: z.string().nullable(), facts: z.string() })
  .transform(({ seq, at, person, phase, facts }): LoggedChange => ({
    seq,
    at,
    ...(person === null ? {} : { person }),
    ...(phase === null ? {} : { phase }),
    facts: readFacts(facts),
  }));
/** Of facts that can't be read it is known when and whose they were: one damaged row must not shut the log. */
function readFacts(text: string): readonly ChangedFact[] {
  try {
    return z.array(factSchema).parse(JSON.parse(text));
  } catch {
    return [];
  }
}
export const versionRow = z
  .object({
    board: boardIdSchema,
    id: versionIdSchema,
    at: z.number(),
    kind: z.enum(VERSION_KINDS),
    label: z.string(),
    person,
    seq: z.number(),
    length: z.number(),
  })
  .transform(({ person, length, ...row }): VersionRecord => ({
    ...row,
    bytes: length,
    ...(person === null ? {} : { person }),
  }));
const packedRow = z.object({ bytes: z.instanceof(Uint8Array), sha: z.instanceof(Uint8Array) });

/** A version with its bytes, packed. @throws AppError `damaged-document` */
export function readVersion(row: unknown): { record: VersionRecord; bytes: Uint8Array } {
  const { bytes, sha } = packedRow.parse(row);
  const record = versionRow.parse(row);
  if (Buffer.compare(shaOf(bytes), sha) === 0) return { record, bytes };
  const { board, id } = record;
  throw new AppError("damaged-document", `Version ${id} of board ${board} is damaged on disk: choose another one`, {
    details: { board },
  });
}

import { z } from "zod/mini";
import {
  cardIdSchema,
  commentIdSchema,
  jsonSchema,
  linkIdSchema,
  personIdSchema,
  type CardId,
} from "../terms/index.ts";
import type { Edit } from "./edit.ts";

/**
 * One splice of a text, found again by what stood around it: the place alone means nothing once others have typed.
 * Counted in UTF-16 units.
 */
export interface Splice {
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
  /** up to `AROUND` units that stood just before, and just after */
  readonly left: string;
  readonly right: string;
}
export const AROUND = 24;

/** One fact that a person brought about: a birth, one move, one attribute, the letters typed in one text. */
export type Part = Edit | { readonly type: "write"; readonly card: CardId; readonly splices: readonly Splice[] };

/** What one transaction of a person did, as data that can be done again on another copy of the board. */
export type Act = readonly Part[];

const birth = { at: z.number(), by: z.optional(personIdSchema) };
const text = z.string();
const splice = z.object({ start: z.int().check(z.minimum(0)), removed: text, inserted: text, left: text, right: text });
const thingId = z.union([cardIdSchema, linkIdSchema, commentIdSchema]);

/** An act as it was kept outside of a document: by this version of Palabre or by another. */
export const actSchema: z.ZodMiniType<Act> = z.array(
  z.discriminatedUnion("type", [
    z.object({
      type: z.literal("addCard"),
      id: cardIdSchema,
      kind: text,
      position: z.tuple([z.number(), z.number()]),
      text: z.optional(text),
      attributes: z.optional(z.record(z.string(), jsonSchema)),
      ...birth,
    }),
    z.object({ type: z.literal("addLink"), id: linkIdSchema, from: cardIdSchema, to: cardIdSchema, ...birth }),
    z.object({
      type: z.literal("addComment"),
      id: commentIdSchema,
      on: z.union([cardIdSchema, linkIdSchema]),
      text,
      replyTo: z.optional(commentIdSchema),
      ...birth,
    }),
    z.object({
      type: z.literal("moveCards"),
      moves: z.array(z.object({ card: cardIdSchema, to: z.tuple([z.number(), z.number()]) })),
    }),
    z.object({
      type: z.literal("setAttributes"),
      on: thingId,
      values: z.record(z.string(), z.optional(jsonSchema)),
    }),
    z.object({ type: z.literal("write"), card: cardIdSchema, splices: z.array(splice) }),
  ]),
  // kinds and attributes that this version does not know pass through: the document keeps them too
) as unknown as z.ZodMiniType<Act>;

import { z } from "zod";
import { commentIdSchema, personIdSchema, type CommentId, type PersonId } from "./ids.ts";
import type { Json } from "./json.ts";

/** A remark on a card or a link. Born whole, never changed; resolved by the attribute `resolvedAt`, taken back by `trashedAt`. */
export const commentBirthSchema: z.ZodType<CommentBirth> = z.looseObject({
  on: z.string().min(1).max(40),
  by: personIdSchema.optional(),
  at: z.number(),
  text: z.string().max(2_000),
  replyTo: commentIdSchema.optional(),
});
export interface CommentBirth {
  readonly on: string;
  readonly by?: PersonId | undefined;
  readonly at: number;
  readonly text: string;
  readonly replyTo?: CommentId | undefined;
}

export const COMMENT_ATTRIBUTES: { readonly resolvedAt: z.ZodType<number>; readonly trashedAt: z.ZodType<number> } = {
  resolvedAt: z.number().int().nonnegative(),
  trashedAt: z.number().int().nonnegative(),
} as const;
export interface Comment extends CommentBirth {
  readonly id: CommentId;
  readonly attributes: { readonly resolvedAt?: number | undefined; readonly trashedAt?: number | undefined };
  readonly extra: Readonly<Record<string, Json>>;
}

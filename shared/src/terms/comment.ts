import { z } from "zod/mini";
import { commentIdSchema, personIdSchema, type CommentId, type PersonId } from "./ids.ts";
import type { Json } from "./json.ts";

/** A remark on a card or a link. Born whole, never changed; resolved by the attribute `resolvedAt`, taken back by `trashedAt`. */
export const commentBirthSchema: z.ZodMiniType<CommentBirth> = z.looseObject({
  on: z.string().check(z.minLength(1), z.maxLength(40)),
  by: z.optional(personIdSchema),
  at: z.number(),
  text: z.string().check(z.maxLength(2_000)),
  replyTo: z.optional(commentIdSchema),
});
export interface CommentBirth {
  readonly on: string;
  readonly by?: PersonId | undefined;
  readonly at: number;
  readonly text: string;
  readonly replyTo?: CommentId | undefined;
}

export const COMMENT_ATTRIBUTES: {
  readonly resolvedAt: z.ZodMiniType<number>;
  readonly trashedAt: z.ZodMiniType<number>;
} = {
  resolvedAt: z.int().check(z.nonnegative()),
  trashedAt: z.int().check(z.nonnegative()),
} as const;
export interface Comment extends CommentBirth {
  readonly id: CommentId;
  readonly attributes: { readonly resolvedAt?: number | undefined; readonly trashedAt?: number | undefined };
  readonly extra: Readonly<Record<string, Json>>;
}

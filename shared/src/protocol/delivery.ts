import { z } from "zod/mini";
import { engagementSchema, POST_KINDS, type Engagement, type PostKind } from "../terms/index.ts";

/** What a program outside hands to a source of kind `webhook`, and what it hears back. */

const optionalText = z.nullish(z.string());
const time = z.nullish(z.int().check(z.nonnegative()));
/** Posts of one delivery. */
const MOST_POSTS = 1_000;

/** One post; only `id` and `text` must be there. Times are epoch milliseconds, `text` may be HTML. */
export interface DeliveredPost {
  readonly id: string;
  readonly text: string;
  readonly kind?: PostKind | null | undefined;
  readonly author?:
    | {
        readonly id?: string | null | undefined;
        readonly handle?: string | null | undefined;
        readonly name?: string | null | undefined;
      }
    | null
    | undefined;
  readonly lang?: string | null | undefined;
  readonly createdAt?: number | null | undefined;
  readonly editedAt?: number | null | undefined;
  readonly url?: string | null | undefined;
  readonly replyTo?: string | null | undefined;
  readonly stars?: number | null | undefined;
  readonly engagement?: Engagement | null | undefined;
}
/** A post that was deleted where it was written. */
export interface DeletedPost {
  readonly id: string;
  readonly deleted: true;
}
const deletedSchema = z.object({ id: z.string().check(z.minLength(1), z.maxLength(500)), deleted: z.literal(true) });
const postSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  text: z.string().check(z.maxLength(100_000)),
  kind: z.nullish(z.enum(POST_KINDS)),
  author: z.nullish(z.object({ id: optionalText, handle: optionalText, name: optionalText })),
  lang: optionalText,
  createdAt: time,
  editedAt: time,
  url: optionalText,
  replyTo: optionalText,
  stars: z.nullish(z.number().check(z.minimum(1), z.maximum(5))),
  engagement: z.nullish(engagementSchema),
});
const itemSchema = z.union([deletedSchema, postSchema]);
const list = z.array(itemSchema).check(z.minLength(1), z.maxLength(MOST_POSTS));

type DeliveryItem = DeliveredPost | DeletedPost;
export const deliverySchema: z.ZodMiniType<
  readonly DeliveryItem[] | { readonly posts: readonly DeliveryItem[] } | DeliveryItem
> = z.union([list, z.object({ posts: list }), itemSchema]);

/** `skipped` had nothing to read in them. */
export interface Delivered {
  readonly added: number;
  readonly known: number;
  readonly skipped: number;
}
export const deliveredSchema: z.ZodMiniType<Delivered> = z.object({
  added: z.int(),
  known: z.int(),
  skipped: z.int(),
});

/** What people did with a post, each time it was found to have changed. */
export interface CountHistory {
  readonly counts: readonly (Engagement & { readonly at: number })[];
}
export const countHistorySchema: z.ZodMiniType<CountHistory> = z.object({
  counts: z.array(z.intersection(engagementSchema, z.object({ at: z.number() }))),
});

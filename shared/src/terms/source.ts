import { z } from "zod/mini";
import { sourceIdSchema, type SourceId } from "./ids.ts";

/** How posts reach a board: each a file of `server/listening/sources`. */
export const SOURCE_KINDS = [
  "feed",
  "csv",
  "sample",
  "mastodon",
  "bluesky",
  "discourse",
  "github",
  "youtube",
  "webhook",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * `waiting`: not read yet; `fresh`: read in time; `empty`: read, but nothing in it; `late`: the last try failed, figures are
 * those of `readAt`; `refused`: it will not work without a change (a private address, not a feed).
 */
export const SOURCE_STATES = ["waiting", "fresh", "empty", "late", "refused"] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** What it was asked to hear, field by field as `protocol/sources.ts` names them; never a secret. */
export type SourceSettings = Readonly<Record<string, string | boolean>>;
const settingsSchema = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** What a facilitator sees of a source. `problem` is an error code, `details` the figures of its sentence. */
export const sourceSchema: z.ZodMiniType<Source> = z.object({
  id: sourceIdSchema,
  kind: z.enum(SOURCE_KINDS),
  name: z.string().check(z.maxLength(200)),
  url: z.optional(z.string().check(z.maxLength(2_000))),
  intervalMinutes: z.optional(z.number()),
  state: z.enum(SOURCE_STATES),
  problem: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  addedAt: z.number(),
  readAt: z.optional(z.number()),
  nextAt: z.optional(z.number()),
  posts: z.int().check(z.nonnegative()),
  settings: z.optional(settingsSchema),
  hasSecret: z.optional(z.boolean()),
  progress: z.optional(z.object({ read: z.int(), of: z.int() })),
});
export interface Source {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly name: string;
  readonly url?: string | undefined;
  readonly intervalMinutes?: number | undefined;
  readonly state: SourceState;
  readonly problem?: string | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
  readonly addedAt: number;
  readonly readAt?: number | undefined;
  readonly nextAt?: number | undefined;
  readonly posts: number;
  readonly settings?: SourceSettings | undefined;
  /** whether a token, password or key is kept for it */
  readonly hasSecret?: boolean | undefined;
  /** how much of it is read, while it is being read for the first time: in rows of a file, or in its bytes while rows can't be counted */
  readonly progress?: { readonly read: number; readonly of: number } | undefined;
}

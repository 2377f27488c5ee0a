import { z } from "zod";
import type { RawItem } from "../heard.ts";
import { timeOf } from "./api.ts";

/** A status of the Mastodon API, https://docs.joinmastodon.org/entities/Status/: what of it is heard. */
export const statusSchema = z.object({
  id: z.string(),
  created_at: z.string(),
  edited_at: z.string().nullish(),
  content: z.string(),
  spoiler_text: z.string().nullish(),
  language: z.string().nullish(),
  url: z.string().nullish(),
  uri: z.string().nullish(),
  visibility: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  /** somebody else's, passed on */
  reblog: z.unknown().optional(),
  replies_count: z.number().catch(0).default(0),
  reblogs_count: z.number().catch(0).default(0),
  favourites_count: z.number().catch(0).default(0),
  account: z.object({ id: z.string(), acct: z.string(), display_name: z.string().nullish() }),
});
export type Status = z.output<typeof statusSchema>;

/** What only some may read, and what was said elsewhere, is nothing that the community says here. */
export const isHeard = ({ visibility, reblog }: Status): boolean =>
  !reblog && (visibility === undefined || visibility === null || visibility === "public" || visibility === "unlisted");

export const toItem = (status: Status): RawItem => ({
  nativeId: status.id,
  title: status.spoiler_text ?? undefined,
  body: status.content,
  at: timeOf(status.created_at),
  editedAt: timeOf(status.edited_at),
  url: status.url ?? status.uri ?? undefined,
  language: status.language ?? undefined,
  author: status.account.display_name || status.account.acct,
  authorId: status.account.acct,
  kind: status.in_reply_to_id ? "comment" : "post",
  replyTo: status.in_reply_to_id ?? undefined,
  engagement: {
    react: whole(status.favourites_count),
    comment: whole(status.replies_count),
    share: whole(status.reblogs_count),
    contribute: 0,
  },
});
const whole = (count: number): number => Math.max(0, Math.floor(count));

/** Ids are numbers that grow with time, too long for a number: the longer one is later. */
export const isLater = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b);

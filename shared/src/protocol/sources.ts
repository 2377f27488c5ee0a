import { z } from "zod/mini";
import { sourceSchema, type Source } from "../terms/index.ts";

/**
 * The requests that add a source, one schema a kind: a form has a field for each of its keys. What a form is about to send is
 * checked by `addSourceSchema`, whose faults name the key.
 *
 * `secret` is whatever proves to the source who asks: a token, an app password, a key. It goes to the server once, is kept there
 * encrypted, and comes back in no reply and no document; a source only says `hasSecret`.
 */

/** Minutes between two looks at a source; a facilitator chooses. */
export const INTERVAL_MINUTES = { least: 1, usual: 15, most: 1_440 } as const;
const interval = z.int().check(z.minimum(INTERVAL_MINUTES.least), z.maximum(INTERVAL_MINUTES.most));
export const sourceNameSchema: z.ZodMiniType<string> = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const address = z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(400));
const secret = z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000));
const paced = { name: z.optional(sourceNameSchema), intervalMinutes: z.optional(interval) };

interface Paced {
  /** the source's own where it has one */
  readonly name?: string | undefined;
  readonly intervalMinutes?: number | undefined;
}
interface Signed {
  readonly secret?: string | undefined;
}

export interface AddFeed extends Paced {
  readonly kind: "feed";
  readonly url: string;
}
// RSS, Atom or JSON Feed. A CSV comes as multipart/form-data instead: `kind` = csv, `file`, optionally `name`
const feedSchema = z.object({ kind: z.literal("feed"), url: address, ...paced });

/** What of a Mastodon server is heard. `mentions` and `search` need a token. */
export const MASTODON_PLACES = ["hashtag", "account", "mentions", "search"] as const;
export interface AddMastodon extends Paced, Signed {
  readonly kind: "mastodon";
  /** `mastodon.social`, or an address */
  readonly server: string;
  readonly place: (typeof MASTODON_PLACES)[number];
  /** the hashtag, the account or the words; left out for `mentions` */
  readonly query?: string | undefined;
  /** also over the server's stream, where it has one: posts come at once */
  readonly isLive?: boolean | undefined;
}
const mastodonSchema = z.object({
  kind: z.literal("mastodon"),
  server: address,
  place: z.enum(MASTODON_PLACES),
  query: z.optional(words),
  isLive: z.optional(z.boolean()),
  secret: z.optional(secret),
  ...paced,
});

/** What of Bluesky is heard. `search` needs a handle and an app password, unless it is live: then it hears all from now on. */
export const BLUESKY_PLACES = ["account", "thread", "search"] as const;
export interface AddBluesky extends Paced, Signed {
  readonly kind: "bluesky";
  readonly place: (typeof BLUESKY_PLACES)[number];
  /** a handle or DID, the address of a post, or words */
  readonly query: string;
  /** the handle that the app password is for */
  readonly account?: string | undefined;
  /** also over Jetstream; not for a thread */
  readonly isLive?: boolean | undefined;
  /** where the network is asked, if not at Bluesky's own servers; with an app password, the server of that account */
  readonly server?: string | undefined;
  /** where Jetstream is, if not at Bluesky's: ws:// or wss:// */
  readonly stream?: string | undefined;
}
const blueskySchema = z.object({
  kind: z.literal("bluesky"),
  place: z.enum(BLUESKY_PLACES),
  query: words,
  account: z.optional(words),
  isLive: z.optional(z.boolean()),
  server: z.optional(address),
  stream: z.optional(address),
  secret: z.optional(secret),
  ...paced,
});

/** What of a Discourse forum is heard. */
export const DISCOURSE_PLACES = ["latest", "topic", "search"] as const;
export interface AddDiscourse extends Paced, Signed {
  readonly kind: "discourse";
  readonly server: string;
  readonly place: (typeof DISCOURSE_PLACES)[number];
  /** the number or address of a topic, or words; left out for `latest` */
  readonly query?: string | undefined;
  /** the user name that an administrator's key acts as; without it the secret is a user's own key */
  readonly account?: string | undefined;
}
const discourseSchema = z.object({
  kind: z.literal("discourse"),
  server: address,
  place: z.enum(DISCOURSE_PLACES),
  query: z.optional(words),
  account: z.optional(words),
  secret: z.optional(secret),
  ...paced,
});

/** What of a GitHub repository is heard: issues and pull requests with their comments, or discussions, which need a token. */
export const GITHUB_PLACES = ["issues", "discussions"] as const;
export interface AddGithub extends Paced, Signed {
  readonly kind: "github";
  /** `owner/name`, or its address */
  readonly repository: string;
  readonly place: (typeof GITHUB_PLACES)[number];
  /** the API of an own GitHub server */
  readonly server?: string | undefined;
}
const githubSchema = z.object({
  kind: z.literal("github"),
  repository: address,
  place: z.enum(GITHUB_PLACES),
  server: z.optional(address),
  secret: z.optional(secret),
  ...paced,
});

/** What of YouTube is heard: the comments under a video, or under all that a channel shows. */
export const YOUTUBE_PLACES = ["video", "channel"] as const;
export interface AddYoutube extends Paced {
  readonly kind: "youtube";
  readonly place: (typeof YOUTUBE_PLACES)[number];
  /** its id or address */
  readonly query: string;
  /** an API key */
  readonly secret: string;
  /** the API, if not Google's own */
  readonly server?: string | undefined;
}
const youtubeSchema = z.object({
  kind: z.literal("youtube"),
  place: z.enum(YOUTUBE_PLACES),
  query: words,
  secret,
  server: z.optional(address),
  ...paced,
});

/** Characters of the secret that a webhook is signed with; whoever adds it makes one and gives it to the sender. */
const WEBHOOK_SECRET = { least: 24, most: 200 } as const;
export interface AddWebhook {
  readonly kind: "webhook";
  readonly name: string;
  readonly secret: string;
}
const webhookSchema = z.object({
  kind: z.literal("webhook"),
  name: sourceNameSchema,
  secret: z.string().check(z.trim(), z.minLength(WEBHOOK_SECRET.least), z.maxLength(WEBHOOK_SECRET.most)),
});

export type AddSource = AddFeed | AddMastodon | AddBluesky | AddDiscourse | AddGithub | AddYoutube | AddWebhook;
/** Any of them, told apart by `kind`. */
export const addSourceSchema: z.ZodMiniType<AddSource> = z.discriminatedUnion("kind", [
  feedSchema,
  mastodonSchema,
  blueskySchema,
  discourseSchema,
  githubSchema,
  youtubeSchema,
  webhookSchema,
]);

/** A `secret` of null takes it away. */
export interface ChangeSource {
  readonly name?: string | undefined;
  readonly intervalMinutes?: number | undefined;
  readonly secret?: string | null | undefined;
}
export const changeSourceSchema: z.ZodMiniType<ChangeSource> = z.object({
  name: z.optional(sourceNameSchema),
  intervalMinutes: z.optional(interval),
  secret: z.optional(z.nullable(secret)),
});

/**
 * What reading a source once gave. `skipped` rows had no text or no readable date; `readBefore` are those that stand in another
 * file of the board too, where most do.
 */
export interface SourceRead {
  readonly source: Source;
  readonly added: number;
  readonly known: number;
  readonly skipped: number;
  readonly readBefore?: { readonly posts: number; readonly name: string } | undefined;
}
export const sourceReadSchema: z.ZodMiniType<SourceRead> = z.object({
  source: sourceSchema,
  added: z.int(),
  known: z.int(),
  skipped: z.int(),
  readBefore: z.optional(z.object({ posts: z.int(), name: z.string() })),
});
export const sourceListSchema: z.ZodMiniType<{ readonly sources: readonly Source[] }> = z.object({
  sources: z.array(sourceSchema),
});

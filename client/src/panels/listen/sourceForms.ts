import type { AddSource } from "@palabre/shared/protocol";
import type { MessageKey } from "../../i18n/index.ts";
import {
  FeedIcon,
  ForumIcon,
  RepositoryIcon,
  SkyIcon,
  SocialIcon,
  VideoIcon,
  WebhookIcon,
  type IconDrawing,
} from "../../ui/index.ts";

/** A sentence of the forms that has nothing to be filled in. */
export type FormWord =
  | "listen.feedAddress"
  | "listen.feedHint"
  | Exclude<
      Extract<MessageKey, `sources.${string}`>,
      `sources.${"hookCopy" | "next" | "progress" | "settingsOf" | "stopped"}`
    >;
export type FormKind = AddSource["kind"];

/** A field of a form: `name` is the key of the request that it fills. */
export interface FormField {
  readonly name: "url" | "server" | "query" | "repository" | "account" | "secret" | "stream" | "name";
  readonly label: FormWord;
  readonly hint?: FormWord | undefined;
  readonly placeholder?: string | undefined;
  readonly isOptional?: boolean | undefined;
}
export interface SourceForm {
  readonly kind: FormKind;
  /** as it calls itself, in every language; undefined where it has a word for it */
  readonly name?: string;
  readonly icon: IconDrawing;
  readonly about?: FormWord;
  readonly places: readonly { readonly id: string; readonly label: FormWord }[];
  /** @param isLive whether what is written is to be heard at once */
  readonly fields: (place: string | undefined, isLive: boolean) => readonly FormField[];
  /** what asks whether it is to be heard at once, where it can be */
  readonly live?: (place: string | undefined) => FormWord | undefined;
  /** for who runs a server of their own */
  readonly elsewhere?: readonly FormField[];
  /** what the new one is called that takes the place of its key */
  readonly newKey?: FormWord;
}

const place = <Id extends string>(id: Id, label: FormWord) => ({ id, label });
const needed = (field: FormField): readonly FormField[] => [field];

/** What is asked of who adds a source, a form a kind; the order is that of the menu. */
export const SOURCE_FORMS: { readonly [K in FormKind]: SourceForm & { readonly kind: K } } = {
  feed: {
    kind: "feed",
    icon: FeedIcon,
    places: [],
    fields: () => [{ name: "url", label: "listen.feedAddress", hint: "listen.feedHint", placeholder: "https://" }],
  },
  mastodon: {
    kind: "mastodon",
    name: "Mastodon",
    icon: SocialIcon,
    about: "sources.mastodonAbout",
    places: [
      place("hashtag", "sources.placeHashtag"),
      place("account", "sources.placeAccount"),
      place("mentions", "sources.placeMentions"),
      place("search", "sources.placeSearch"),
    ],
    fields: (at) => [
      { name: "server", label: "sources.server", placeholder: "mastodon.social" },
      ...(at === "hashtag" ? needed({ name: "query", label: "sources.hashtag", placeholder: "#" }) : []),
      ...(at === "account"
        ? needed({ name: "query", label: "sources.account", hint: "sources.accountHint", placeholder: "@" })
        : []),
      ...(at === "search" ? needed({ name: "query", label: "sources.words" }) : []),
      keyField("sources.token", at === "hashtag" || at === "account"),
    ],
    live: (at) => (at === "search" ? undefined : "sources.mastodonLive"),
    newKey: "sources.newToken",
  },
  bluesky: {
    kind: "bluesky",
    name: "Bluesky",
    icon: SkyIcon,
    about: "sources.blueskyAbout",
    places: [
      place("account", "sources.placeAccount"),
      place("thread", "sources.placeThread"),
      place("search", "sources.placeSearch"),
    ],
    fields: (at, isLive) => {
      if (at === "account")
        return needed({ name: "query", label: "sources.blueskyAccount", placeholder: "name.bsky.social" });
      if (at === "thread") return needed({ name: "query", label: "sources.post", placeholder: "https://bsky.app/" });
      const words = { name: "query", label: "sources.words" } as const;
      if (isLive) return [words];
      return [
        { ...words, hint: "sources.blueskySearchHint" },
        { name: "account", label: "sources.handle", placeholder: "name.bsky.social" },
        { name: "secret", label: "sources.password", hint: "sources.passwordHint" },
      ];
    },
    live: (at) => (at === "thread" ? undefined : "sources.blueskyLive"),
    elsewhere: [
      { name: "server", label: "sources.server", placeholder: "https://", isOptional: true },
      { name: "stream", label: "sources.stream", hint: "sources.streamHint", isOptional: true },
    ],
    newKey: "sources.newPassword",
  },
  discourse: {
    kind: "discourse",
    name: "Discourse",
    icon: ForumIcon,
    about: "sources.discourseAbout",
    places: [
      place("latest", "sources.placeLatest"),
      place("topic", "sources.placeTopic"),
      place("search", "sources.placeSearch"),
    ],
    fields: (at) => [
      { name: "server", label: "sources.serverForum", placeholder: "https://" },
      ...(at === "topic" ? needed({ name: "query", label: "sources.topic" }) : []),
      ...(at === "search" ? needed({ name: "query", label: "sources.words" }) : []),
      keyField("sources.key", true),
      { name: "account", label: "sources.takenAs", hint: "sources.takenAsHint", isOptional: true },
    ],
    newKey: "sources.newKey",
  },
  github: {
    kind: "github",
    name: "GitHub",
    icon: RepositoryIcon,
    about: "sources.githubAbout",
    places: [place("issues", "sources.placeIssues"), place("discussions", "sources.placeDiscussions")],
    fields: (at) => [
      { name: "repository", label: "sources.repository", hint: "sources.repositoryHint" },
      keyField("sources.token", at !== "discussions"),
    ],
    elsewhere: [{ name: "server", label: "sources.server", placeholder: "https://", isOptional: true }],
    newKey: "sources.newToken",
  },
  youtube: {
    kind: "youtube",
    name: "YouTube",
    icon: VideoIcon,
    about: "sources.youtubeAbout",
    places: [place("video", "sources.placeVideo"), place("channel", "sources.placeChannel")],
    fields: (at) => [
      at === "video"
        ? { name: "query", label: "sources.video", hint: "sources.youtubeVideoHint" }
        : { name: "query", label: "sources.video", hint: "sources.youtubeChannelHint" },
      keyField("sources.youtubeKey", false),
    ],
    elsewhere: [{ name: "server", label: "sources.server", placeholder: "https://", isOptional: true }],
    newKey: "sources.newKey",
  },
  webhook: {
    kind: "webhook",
    name: "Webhook",
    icon: WebhookIcon,
    about: "sources.webhookAbout",
    places: [],
    fields: () => [{ name: "name", label: "sources.webhookName" }],
  },
};

function keyField(label: FormWord, isOptional: boolean): FormField {
  return { name: "secret", label, hint: isOptional ? "sources.keyOptional" : "sources.keyNeeded", isOptional };
}

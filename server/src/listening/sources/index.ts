import type { AddSource } from "@palabre/shared/protocol";
import type { SourceKind } from "@palabre/shared/terms";
import { bluesky } from "./bluesky.ts";
import { csv } from "./csv.ts";
import { discourse } from "./discourse.ts";
import { feed } from "./feed.ts";
import { github } from "./github.ts";
import type { KindOfSource, Plan, PulledKind } from "./kind.ts";
import { mastodon } from "./mastodon.ts";
import { webhook } from "./webhook.ts";
import { youtube } from "./youtube.ts";

export { csv, webhook };
export type { KindOfSource, Plan, Reading, World } from "./kind.ts";

/** A request that adds what is looked at again and again. */
export type Paced = Exclude<AddSource, { kind: "webhook" }>;

const PULLED: { readonly [K in Paced["kind"]]: PulledKind<Extract<Paced, { kind: K }>> } = {
  feed,
  mastodon,
  bluesky,
  discourse,
  github,
  youtube,
};

/** How a source of this kind is read; undefined for one that nobody looks at. */
export const pulledKind = (kind: SourceKind): KindOfSource | undefined =>
  kind in PULLED ? PULLED[kind as Paced["kind"]] : undefined;

/** What is kept of a request. @throws AppError as its kind does */
export function planOf(asked: Paced): Plan {
  // the table has under each kind what takes requests of that kind
  const kind = PULLED[asked.kind] as Pick<PulledKind<Paced>, "plan">;
  return kind.plan(asked);
}

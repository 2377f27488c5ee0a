import { z } from "zod";
import type { RawItem } from "../heard.ts";
import { askJson, isMissing, listOf, settingOf, timeOf, type Asked } from "./api.ts";
import { readCursor } from "./cursor.ts";
import type { Place, World } from "./kind.ts";

/**
 * Issues, pull requests and their comments, https://docs.github.com/rest/issues: all that changed since, oldest change first, so that a look
 * that ends early leaves nothing out. What was edited comes by itself. A list that did not change answers 304, which costs nothing.
 */
const API = "https://api.github.com";
const PAGE = 100;
/** Pages of one list in one look, and when a repository is met first: the newest changes. */
const PAGES = { look: 3, first: 3 } as const;

const reactionsSchema = z
  .object({ total_count: z.number().default(0), "-1": z.number().default(0), confused: z.number().default(0) })
  .nullish()
  .catch(undefined);
const entrySchema = z.object({
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  reactions: reactionsSchema,
});
const issueSchema = entrySchema.extend({
  number: z.number(),
  title: z.string(),
  comments: z.number().catch(0).default(0),
  pull_request: z.unknown().optional(),
});
const commentSchema = entrySchema.extend({ id: z.number(), issue_url: z.string() });
const listSchema = z.object({ at: z.string(), etag: z.string().optional() });
const cursorSchema = z.object({ issues: listSchema.optional(), comments: listSchema.optional() });
type List = z.output<typeof listSchema>;

export interface Heard {
  readonly items: readonly RawItem[];
  readonly cursor: string;
  readonly waitMs: number;
  readonly isUnfinished: boolean;
}

export async function readIssues(place: Place, since: string | undefined, world: World): Promise<Heard> {
  const known = readCursor(since, cursorSchema) ?? {};
  const issues = await readList(place, "issues", known.issues, issueSchema, world);
  const comments =
    issues.waitMs > 0
      ? { entries: [], list: known.comments, waitMs: 0, isUnfinished: true }
      : await readList(place, "issues/comments", known.comments, commentSchema, world);
  return {
    items: [...issues.entries.map(issueToItem), ...comments.entries.map(commentToItem)],
    cursor: JSON.stringify({ issues: issues.list, comments: comments.list }),
    waitMs: Math.max(issues.waitMs, comments.waitMs),
    isUnfinished: issues.isUnfinished || comments.isUnfinished,
  };
}

interface ReadList<Entry> {
  readonly entries: readonly Entry[];
  readonly list: List | undefined;
  readonly waitMs: number;
  readonly isUnfinished: boolean;
}

async function readList<Entry extends { readonly updated_at: string }>(
  place: Place,
  path: string,
  known: List | undefined,
  schema: z.ZodType<Entry>,
  world: World,
): Promise<ReadList<Entry>> {
  const entries: Entry[] = [];
  const page = listOf(schema);
  let at = known?.at;
  let { etag } = known ?? {};
  let waitMs = 0;
  let number = 1;
  let isWhole = false;
  const most = known ? PAGES.look : PAGES.first;
  for (
    let count = 0;
    count < most && !isWhole && waitMs === 0 && (count === 0 || world.hasTime?.() !== false);
    count += 1
  ) {
    const url = new URL(`${baseOf(place)}/${path}`);
    url.search = new URLSearchParams({
      sort: "updated",
      direction: known ? "asc" : "desc",
      per_page: String(PAGE),
      page: String(number),
      ...(path === "issues" ? { state: "all" } : {}),
      ...(known ? { since: at ?? known.at } : {}),
    }).toString();
    const asked = await ask(url, page.or(z.undefined()), world, count === 0 && known ? etag : undefined);
    if (asked.body === undefined) return { entries, list: known, waitMs: asked.waitMs, isUnfinished: false };
    if (count === 0) etag = asked.reply.header("etag");
    entries.push(...asked.body);
    waitMs = asked.waitMs;
    isWhole = asked.body.length < PAGE;
    const newest = asked.body.reduce((found, { updated_at }) => (updated_at > found ? updated_at : found), at ?? "");
    // forwards, each page begins at the last change of the one before, unless all of it is of one moment
    number = known && newest !== at ? 1 : number + 1;
    at = newest === "" ? undefined : newest;
  }
  const isMoved = at !== known?.at;
  const list = at === undefined ? undefined : { at, ...(etag === undefined || isMoved ? {} : { etag }) };
  return { entries, list, waitMs, isUnfinished: known !== undefined && !isWhole };
}

/** How these stand now; "gone" for what is no more. What can't be asked for by itself is left out. */
export async function recountIssues(
  place: Place,
  ids: readonly string[],
  world: World,
): Promise<ReadonlyMap<string, RawItem | "gone">> {
  const found = new Map<string, RawItem | "gone">();
  for (const id of ids) {
    const [kind, number = ""] = id.split(":");
    try {
      if (kind === "issue") {
        const { body } = await ask(`${baseOf(place)}/issues/${number}`, issueSchema, world);
        found.set(id, issueToItem(body));
      } else {
        const { body } = await ask(`${baseOf(place)}/issues/comments/${number}`, commentSchema, world);
        found.set(id, commentToItem(body));
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
      found.set(id, "gone");
    }
  }
  return found;
}

const baseOf = (place: Place): string => `${settingOf(place, "server") || API}/repos/${settingOf(place, "repository")}`;

function ask<T>(url: string | URL, schema: z.ZodType<T>, world: World, etag?: string): Promise<Asked<T>> {
  const headers = {
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
    ...(world.secret === undefined ? {} : { authorization: `Bearer ${world.secret}` }),
  };
  return askJson(world, url, schema, { headers, etag });
}

const issueToItem = (issue: z.output<typeof issueSchema>): RawItem => ({
  ...entryToItem(issue),
  nativeId: `issue:${issue.number}`,
  title: issue.title,
  kind: issue.pull_request ? "contribution" : "issue",
  engagement: { react: likes(issue), comment: issue.comments, share: 0, contribute: 1 },
});
const commentToItem = (comment: z.output<typeof commentSchema>): RawItem => ({
  ...entryToItem(comment),
  nativeId: `comment:${comment.id}`,
  kind: "comment",
  replyTo: `issue:${comment.issue_url.split("/").at(-1) ?? ""}`,
  engagement: { react: likes(comment), comment: 0, share: 0, contribute: 0 },
});
const entryToItem = (entry: z.output<typeof entrySchema>): RawItem => ({
  body: entry.body ?? undefined,
  at: timeOf(entry.created_at),
  editedAt: entry.updated_at === entry.created_at ? undefined : timeOf(entry.updated_at),
  url: entry.html_url,
  author: entry.user?.login,
  authorId: entry.user?.login,
});
/** Of the eight reactions two are against. */
const likes = ({ reactions }: z.output<typeof entrySchema>): number =>
  Math.max(0, (reactions?.total_count ?? 0) - (reactions?.["-1"] ?? 0) - (reactions?.confused ?? 0));

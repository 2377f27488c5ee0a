import { AppError } from "@palabre/shared/errors";
import { z } from "zod";
import type { RawItem } from "../heard.ts";
import { askJson, escapeHtml, listOf, settingOf, timeOf, wrongAnswer } from "./api.ts";
import type { Heard } from "./githubIssues.ts";
import type { Place, World } from "./kind.ts";
import { walkBack, type WalkPage } from "./walk.ts";

/** Discussions, their comments and answers by GraphQL: https://docs.github.com/graphql/guides/using-the-graphql-api-for-discussions */
const API = "https://api.github.com/graphql";

const PART = "id url bodyText createdAt lastEditedAt upvoteCount author { login } reactions { totalCount }";
const COMMENT = `${PART} isAnswer replies(last: 30) { totalCount nodes { ${PART} } }`;
const DISCUSSION = `${PART} title updatedAt comments(last: 50) { totalCount nodes { ${COMMENT} } }`;
const LIST = `query($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: 20, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { endCursor hasNextPage } nodes { ${DISCUSSION} } } } }`;
const NODES = `query($ids: [ID!]!) {
  nodes(ids: $ids) { __typename ... on Discussion { ${DISCUSSION} } ... on DiscussionComment { ${COMMENT} } } }`;

const partSchema = z.object({
  id: z.string(),
  url: z.string(),
  bodyText: z.string(),
  createdAt: z.string(),
  lastEditedAt: z.string().nullish(),
  upvoteCount: z.number().catch(0).default(0),
  author: z.object({ login: z.string() }).nullish(),
  reactions: z.object({ totalCount: z.number() }).nullish(),
});
const replies = z.object({ totalCount: z.number().default(0), nodes: z.array(partSchema).default([]) }).nullish();
const commentSchema = partSchema.extend({ isAnswer: z.boolean().nullish(), replies });
const discussionSchema = partSchema.extend({
  title: z.string(),
  updatedAt: z.string(),
  comments: z.object({ totalCount: z.number().default(0), nodes: z.array(commentSchema).default([]) }),
});
const errorsSchema = z.array(z.object({ type: z.string().nullish() })).nullish();
const listSchema = z.object({
  data: z
    .object({
      repository: z
        .object({
          discussions: z.object({
            pageInfo: z.object({ endCursor: z.string().nullish(), hasNextPage: z.boolean() }),
            nodes: listOf(discussionSchema),
          }),
        })
        .nullish(),
    })
    .nullish(),
  errors: errorsSchema,
});
const nodesSchema = z.object({
  data: z.object({ nodes: z.array(z.union([discussionSchema, commentSchema]).nullable()) }).nullish(),
  errors: errorsSchema,
});
type Discussion = z.output<typeof discussionSchema>;

export async function readDiscussions(place: Place, since: string | undefined, world: World): Promise<Heard> {
  const walked = await walkBack<Discussion>(since, {
    hasTime: world.hasTime,
    ask: (page) => askList(place, page, world),
    placeOf: ({ id, updatedAt }) => ({ id: `${id} ${updatedAt}`, order: Date.parse(updatedAt) }),
  });
  return { ...walked, items: walked.items.flatMap(discussionToItems) };
}

async function askList(place: Place, page: string | undefined, world: World): Promise<WalkPage<Discussion>> {
  const [owner, name] = settingOf(place, "repository").split("/");
  const json = { query: LIST, variables: { owner, name, after: page ?? null } };
  const { body, waitMs } = await askJson(world, endOf(place), listSchema, { ...signed(world), json });
  const { discussions } = body.data?.repository ?? {};
  if (!discussions) throw faultOf(body.errors);
  const { endCursor, hasNextPage } = discussions.pageInfo;
  return { items: discussions.nodes, next: hasNextPage ? (endCursor ?? undefined) : undefined, waitMs };
}

export async function recountDiscussions(
  place: Place,
  ids: readonly string[],
  world: World,
): Promise<ReadonlyMap<string, RawItem | "gone">> {
  const { body } = await askJson(world, endOf(place), nodesSchema, {
    ...signed(world),
    json: { query: NODES, variables: { ids } },
  });
  if (!body.data) throw faultOf(body.errors);
  const { nodes } = body.data;
  return new Map(
    ids.map((id, index) => {
      const node = nodes[index];
      const item = node && ("title" in node ? discussionToItems(node)[0] : commentToItem(node, undefined));
      return [id, item ?? "gone"];
    }),
  );
}

const signed = ({ secret }: World) => ({ headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` } });

/** An own server has `/api/v3` for REST and `/api/graphql` beside it. */
function endOf(place: Place): string {
  const server = settingOf(place, "server");
  if (server === "") return API;
  return server.endsWith("/api/v3") ? server.replace(/v3$/, "graphql") : `${server}/graphql`;
}

/** GraphQL says with status 200 what is wrong. */
function faultOf(errors: z.output<typeof errorsSchema>): AppError {
  if (!errors?.[0]) return wrongAnswer("data");
  const type = errors[0].type ?? "";
  if (type === "RATE_LIMITED") {
    return new AppError("source-busy", "The source is asked too often", { details: { retryAfterSeconds: 900 } });
  }
  const status = type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES" ? 403 : 404;
  const code = status === 403 ? "source-credentials" : "source-status";
  return new AppError(code, "The repository has no discussions that this token may read", { details: { status } });
}

const discussionToItems = (discussion: Discussion): RawItem[] => [
  {
    ...partToItem(discussion),
    title: escapeHtml(discussion.title),
    kind: "topic",
    engagement: { react: likes(discussion), comment: discussion.comments.totalCount, share: 0, contribute: 1 },
  },
  ...discussion.comments.nodes.flatMap((comment) => [
    commentToItem(comment, discussion.id),
    ...(comment.replies?.nodes ?? []).map((reply): RawItem => ({ ...partToItem(reply), replyTo: comment.id })),
  ]),
];
const commentToItem = (comment: z.output<typeof commentSchema>, discussion: string | undefined): RawItem => ({
  ...partToItem(comment),
  replyTo: discussion,
  engagement: {
    react: likes(comment),
    comment: comment.replies?.totalCount ?? 0,
    share: 0,
    contribute: comment.isAnswer === true ? 1 : 0,
  },
});
const partToItem = (part: z.output<typeof partSchema>): RawItem => ({
  nativeId: part.id,
  body: escapeHtml(part.bodyText),
  at: timeOf(part.createdAt),
  editedAt: timeOf(part.lastEditedAt),
  url: part.url,
  author: part.author?.login,
  authorId: part.author?.login,
  kind: "comment",
  engagement: { react: likes(part), comment: 0, share: 0, contribute: 0 },
});
const likes = ({ upvoteCount, reactions }: z.output<typeof partSchema>): number =>
  Math.max(0, upvoteCount) + (reactions?.totalCount ?? 0);

import type { ListedPost, PostPage, PostQuery } from "@palabre/shared/protocol";
import { HEARD_KINDS, isExpectation, type BoardId, type HeardKind } from "@palabre/shared/terms";
import type { FoundPost, PostStore, SourceRecord } from "../stores/index.ts";
import { unknownSource } from "./intake.ts";
import { readAsked } from "./readAsked.ts";

/** A page of what a board has heard, near-copies together. @throws AppError `unknown-source`, `wordless-query` */
export async function listPosts(
  store: Pick<PostStore, "sources" | "page" | "tally">,
  board: BoardId,
  asked: PostQuery & { readonly limit: number },
): Promise<PostPage> {
  const { source, query: written = "", kind, before, limit, language, feeling, theme, from, to } = asked;
  const sources = new Map((await store.sources(board)).map((record) => [record.id, record]));
  if (source !== undefined && !sources.has(source)) throw unknownSource(source);
  const query = written.trim() === "" ? undefined : readAsked(written);
  const kinds = kind === undefined ? undefined : kindsOf(kind);
  const filter = { source, query, kinds, language, feeling, theme, from, to };
  // one more than asked says whether there is a next page
  const found = await store.page(board, { ...filter, isMerged: true, before, limit: limit + 1 });
  const { total } = found;
  const withCopies = before === undefined ? (await store.tally(board, filter)).posts : total;
  const posts = found.posts.slice(0, limit).map((post) => toListed(post, sources.get(post.source)));
  const next = found.posts.length > limit ? posts.at(-1)?.id : undefined;
  return {
    posts,
    total,
    ...(withCopies === total ? {} : { withCopies }),
    ...(next === undefined ? {} : { next }),
  };
}

const kindsOf = (kind: HeardKind | "expectation"): readonly HeardKind[] =>
  kind === "expectation" ? HEARD_KINDS.filter(isExpectation) : [kind];

/** What everybody on the board may see of a post. */
const toListed = (
  { id, source, text, at, url, language, heard, label, engagement, theme, copies }: FoundPost,
  from: SourceRecord | undefined,
): ListedPost => ({
  id,
  source,
  sourceName: from?.name ?? "",
  sourceKind: from?.kind ?? "feed",
  text,
  at,
  url,
  language: heard?.language ?? language,
  ...(heard === undefined ? {} : { heard }),
  ...(label === undefined ? {} : { label }),
  ...(theme === undefined ? {} : { theme }),
  ...(engagement === undefined ? {} : { engagement }),
  copies,
});

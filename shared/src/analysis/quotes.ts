import { LIMITS, type Post, type Quote, type SourceId } from "../terms/index.ts";
import type { Heard, Listening } from "./evidence.ts";
import { periodOf } from "./period.ts";

/** Newest posts of a source that are looked through: one that repeats itself ten thousand times costs no more. */
const LOOKED_THROUGH = 200;

/**
 * Up to five verbatim voices behind an expectation: the most recent ones, taken in turn from each source, without near-copies.
 *
 * The sources take turns, the one with the newest post first, so that a loud feed does not cover a quiet forum. Two quotes are
 * near-copies when they have the same letters and digits once case, accents, punctuation and addresses are put aside: that is
 * what a repost changes. Posts dated after the period's end are not quoted; older ones than its beginning are, for want of newer.
 * @returns newest first; each `text` is `post.text.slice(start, end)`
 */
export function chooseQuotes({ posts, quote }: Heard, listening: Omit<Listening, "isHeardBefore">): readonly Quote[] {
  const { to } = periodOf(listening.now, listening.newestAt);
  const bySource = new Map<SourceId, Post[]>();
  for (const post of posts) {
    if (post.at > to) continue;
    const own = bySource.get(post.source);
    if (own) own.push(post);
    else bySource.set(post.source, [post]);
  }
  const newest = [...bySource.values()]
    .map((own) => own.sort(newestFirst).slice(0, LOOKED_THROUGH))
    .sort(([a], [b]) => (a && b ? newestFirst(a, b) : 0));
  const chosen: Quote[] = [];
  const said = new Set<string>([""]);
  /** The next post of a source that says something not yet said; false when it has none left. */
  const takeFrom = (queue: Iterator<Post>): boolean => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const post = next.value;
      const range = quote(post.text);
      if (!range) continue;
      const text = post.text.slice(range.start, range.end);
      const letters = lettersOf(text);
      if (said.has(letters)) continue;
      said.add(letters);
      const { start, end } = range;
      const { id, source, at, url } = post;
      chosen.push({ post: id, source, sourceName: listening.sources.get(source) ?? "", text, start, end, at, url });
      return true;
    }
    return false;
  };
  let queues: Iterator<Post>[] = newest.map((own) => own.values());
  while (queues.length > 0 && chosen.length < LIMITS.quotesPerAnnotation) {
    queues = queues.filter((queue) => chosen.length < LIMITS.quotesPerAnnotation && takeFrom(queue));
  }
  return chosen.sort((a, b) => b.at - a.at);
}

const lettersOf = (text: string): string =>
  text
    .replaceAll(/https?:\/\/\S+/g, " ")
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/** A total order that does not hang on the order heard: by time, then by what is said, then by where, then by id. */
function newestFirst(a: Post, b: Post): number {
  if (a.at !== b.at) return b.at - a.at;
  for (const part of ["text", "url", "id"] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}

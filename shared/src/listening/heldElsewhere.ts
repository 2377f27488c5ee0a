import type { Post } from "../terms/index.ts";

/** UTF-16 units of an address by which one post is known in several sources: an index takes no longer ones. */
export const SHARED_ADDRESS_LENGTH = 500;

/**
 * Of posts, those that another source holds too: they say the same at the same address as one that stands before them. What counts
 * posts leaves them out, so that who listens to a place in two ways hears nobody twice.
 *
 * Without an address nothing tells a post from another that says the same; and the address alone may be that of a page on which
 * several were written. What one source gives twice is two posts.
 *
 * Example: a feed and a search that both bring one post give the one that stands second.
 */
export function heldElsewhere<P extends Pick<Post, "source" | "url" | "text">>(posts: readonly P[]): ReadonlySet<P> {
  const sources = new Map<string, P["source"]>();
  const shared = new Set<string>();
  for (const { url, source } of posts) {
    if (url === "" || url.length > SHARED_ADDRESS_LENGTH) continue;
    const first = sources.get(url);
    if (first === undefined) sources.set(url, source);
    else if (first !== source) shared.add(url);
  }
  const left = new Set<P>();
  if (shared.size === 0) return left;
  const holders = new Map<string, P["source"]>();
  for (const post of posts) {
    if (!shared.has(post.url)) continue;
    // an address holds no white space
    const said = `${post.url} ${post.text}`;
    const holder = holders.get(said) ?? post.source;
    holders.set(said, holder);
    if (holder !== post.source) left.add(post);
  }
  return left;
}

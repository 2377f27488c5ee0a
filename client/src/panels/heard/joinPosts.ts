import type { ListedPost } from "@palabre/shared/protocol";

/**
 * A fresh first page on top of what is shown already, each post once.
 * @returns undefined when nothing of the page is shown: between the two, posts would be missing
 */
export function joinPosts(
  first: readonly ListedPost[],
  shown: readonly ListedPost[],
): readonly ListedPost[] | undefined {
  const fresh = new Set(first.map(({ id }) => id));
  const at = shown.findIndex(({ id }) => fresh.has(id));
  if (at < 0) return undefined;
  return [...first, ...shown.filter(({ id }) => !fresh.has(id))];
}

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

/** What a facilitator says of a post, and how it is read because of it where that is known. */
export type PostRevision = Pick<ListedPost, "label"> & Partial<Pick<ListedPost, "heard">>;

/** The shown posts once one of them is known otherwise: wherever it stands, it needs no page to be asked anew. */
export const revisePost = (
  shown: readonly ListedPost[],
  id: ListedPost["id"],
  { label, heard }: PostRevision,
): readonly ListedPost[] =>
  shown.map((post) => (post.id === id ? { ...post, label, heard: heard ?? post.heard } : post));

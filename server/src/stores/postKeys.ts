const POSTS_PER_BOARD = 2 ** 32;

/** The keys that the posts of a board may have; see `migrations/posts.ts`. */
export const keysOf = (boardKey: number): { readonly first: number; readonly last: number } => ({
  first: boardKey * POSTS_PER_BOARD,
  last: (boardKey + 1) * POSTS_PER_BOARD - 1,
});

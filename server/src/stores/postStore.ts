import type { BoardId, Post, Source, SourceId } from "@palabre/shared/terms";

/** A source with what the next look at it needs; never sent to a browser. */
export interface SourceRecord extends Source {
  readonly board: BoardId;
  /** as the server gave them, for If-None-Match and If-Modified-Since */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** tries in a row that failed */
  readonly failures: number;
}
/** What of a source changes after its birth. */
export type SourceChange = Partial<
  Pick<
    SourceRecord,
    | "name"
    | "intervalMinutes"
    | "state"
    | "problem"
    | "details"
    | "readAt"
    | "nextAt"
    | "etag"
    | "lastModified"
    | "failures"
  >
>;

/** Which posts: of a board, optionally of one source, optionally those that hold any of some folded terms. */
export interface PostFilter {
  readonly source?: SourceId | undefined;
  /** as `foldedTerms(query)` of shared/listening gives them; none, or an empty list = all posts */
  readonly terms?: readonly string[] | undefined;
}

/**
 * Persistence of sources and posts, in a file of its own: an import's lock must not stall an acknowledgement.
 *
 * Surprises, all held by `test/contract/postStoreContract.ts`:
 * - `addPosts` ignores posts whose id the board has already; it resolves with those that were new, in the order given. It is one
 *   transaction. A post of a source that is not there (any more) makes it reject with `unknown-source`, and none is kept.
 * - `match` and `page` find a post when its folded text holds one of the terms as whole words in a row; both implementations use
 *   `shared/listening` for what "folded" and "word" mean, so that a count and its quotes always agree.
 * - `deleteSource` takes its posts with it.
 * - Orders are total: newest first, then by id, in the order of code points.
 * - In a post's texts, NUL and half a surrogate pair become U+FFFD: no database gives them back as they were.
 * - A board that was never met has no sources and no posts.
 * - All of it may be called before earlier calls have settled; effects are in the order of the calls.
 * - Every other fault is an AppError `store-failed` with its cause, calls after `close` included.
 */
export interface PostStore {
  /** Rejects with `store-failed` when the board has a source of this id. */
  addSource(source: SourceRecord): Promise<void>;
  /**
   * `posts` in a record is ignored: the store counts. What is given as undefined is unset.
   * Gives the new record, undefined when the source is gone.
   */
  changeSource(board: BoardId, id: SourceId, change: SourceChange): Promise<SourceRecord | undefined>;
  deleteSource(board: BoardId, id: SourceId): Promise<void>;
  /** In the order in which they were added (`addedAt`, then id). */
  sources(board: BoardId): Promise<readonly SourceRecord[]>;
  /** Feeds of all boards whose `nextAt` has come, earliest first. */
  dueSources(now: number, limit: number): Promise<readonly SourceRecord[]>;

  addPosts(board: BoardId, posts: readonly Post[]): Promise<readonly Post[]>;
  /** All posts that match, newest first. */
  match(board: BoardId, filter: PostFilter): Promise<readonly Post[]>;
  /**
   * A page of them, newest first, after `before` (the id of the last post of the page before). `total` counts all that match.
   * Empty after a post that is not there any more: a reader then begins anew.
   */
  page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): Promise<{ readonly posts: readonly Post[]; readonly total: number }>;
  /** When the newest post was written; undefined when there is none. */
  newestAt(board: BoardId): Promise<number | undefined>;

  /** Waits for what was called before; may be called twice. */
  close(): Promise<void>;
}

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
export type SourceChange = Partial<Pick<SourceRecord, "name" | "intervalMinutes" | "state" | "problem" | "details" | "readAt" | "nextAt" | "etag" | "lastModified" | "failures">>;

/** Which posts: of a board, optionally of one source, optionally those that hold any of some folded terms. */
export interface PostFilter {
  readonly source?: SourceId | undefined;
  /** as `foldedTerms(query)` of shared/listening gives them; none = all posts */
  readonly terms?: readonly string[] | undefined;
}

/**
 * Persistence of sources and posts, in a file of its own: an import's lock must not stall an acknowledgement.
 *
 * Surprises, all held by `test/contract/postStoreContract.ts`:
 * - `addPosts` ignores posts whose id the board has already; it resolves with those that were new, in the order given. It is one transaction.
 * - `match` and `page` find a post when its folded text holds one of the terms as whole words in a row; both implementations use
 *   `shared/listening` for what "folded" and "word" mean, so that a count and its quotes always agree.
 * - `deleteSource` takes its posts with it.
 * - Orders are total: newest first, then by id.
 * - Every fault is an AppError `store-failed` with its cause.
 */
export interface PostStore {
  addSource(source: SourceRecord): Promise<void>;
  /** `posts` in the record is ignored: the store counts. Gives the new record, undefined when it is gone. */
  changeSource(board: BoardId, id: SourceId, change: SourceChange): Promise<SourceRecord | undefined>;
  deleteSource(board: BoardId, id: SourceId): Promise<void>;
  sources(board: BoardId): Promise<readonly SourceRecord[]>;
  /** Feeds of all boards whose `nextAt` has come, earliest first. */
  dueSources(now: number, limit: number): Promise<readonly SourceRecord[]>;

  addPosts(board: BoardId, posts: readonly Post[]): Promise<readonly Post[]>;
  /** All posts that match, newest first. */
  match(board: BoardId, filter: PostFilter): Promise<readonly Post[]>;
  /** A page of them, newest first, after `before` (the id of the last post of the page before). `total` counts all that match. */
  page(board: BoardId, filter: PostFilter & { before?: string | undefined; limit: number }): Promise<{ readonly posts: readonly Post[]; readonly total: number }>;
  /** When the newest post was written; undefined when there is none. */
  newestAt(board: BoardId): Promise<number | undefined>;

  close(): Promise<void>;
}

import type { BoardId, Engagement, Post, SourceId } from "@palabre/shared/terms";

/** What becomes of posts after they were added; a part of `PostStore`. */
export interface PostChanges {
  /**
   * Puts what a source now says in the place of what it said: text, address, author, language and facts. A post that is not there,
   * or is not that source's, is passed over; its time stays what it was. What was read in a text goes when the text changes. Counts
   * that differ from the last ones are added to their history. One transaction.
   * @param at when the source was asked
   */
  updatePosts(board: BoardId, posts: readonly Post[], at: number): Promise<PostsUpdated>;
  /** Deletes posts of one source; gives how many there were. */
  deletePosts(board: BoardId, source: SourceId, ids: readonly string[]): Promise<number>;
  /** The texts of posts by their ids; one that is not there has none. */
  textsOf(board: BoardId, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Takes off the disk what was deleted or overwritten, as far as the store can: a file of moderate size keeps no text of it.
   * @throws AppError `store-failed` when somebody reads the file meanwhile: it is to be asked for again
   */
  forget(): Promise<void>;
  /** Notes when a post is to be asked for again; undefined = never again. */
  recountLater(board: BoardId, posts: readonly RecountLater[]): Promise<void>;
  /** Posts of a source whose time for that has come, the longest due first. */
  dueRecounts(board: BoardId, source: SourceId, now: number, limit: number): Promise<readonly Post[]>;
  /** What people did with a post, each time it was found to have changed, oldest first. */
  countsOf(board: BoardId, post: string): Promise<readonly CountedAt[]>;
}

/** Posts as they are now whose text is another one, and those of which only the rest changed. */
export interface PostsUpdated {
  readonly texts: readonly Post[];
  readonly facts: readonly Post[];
}
export interface RecountLater {
  readonly id: string;
  readonly at: number | undefined;
}
export interface CountedAt extends Engagement {
  /** when they were read */
  readonly at: number;
}

import type { Query } from "@palabre/shared/listening";
import type {
  BoardId,
  Feeling,
  Heard,
  HeardKind,
  Post,
  Source,
  SourceId,
  SourceState,
  ThemeId,
} from "@palabre/shared/terms";
import type { PostChanges } from "./postChanges.ts";

/** A source with what the next look at it needs; never sent to a browser. */
export interface SourceRecord extends Source {
  readonly board: BoardId;
  /** from where the next look goes on, as its kind wrote it */
  readonly cursor?: string | undefined;
  /** what proves there who asks, as the vault sealed it */
  readonly sealed?: string | undefined;
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
    | "cursor"
    | "failures"
    | "sealed"
    | "hasSecret"
  >
>;

export type SourceStates = Readonly<Record<SourceState, number>>;

/** Which posts of a board: all of what is given must hold. */
export interface PostFilter {
  readonly source?: SourceId | undefined;
  /** as `parseQuery` of shared/listening gives it; undefined = all posts */
  readonly query?: Query | undefined;
  /** as read; a post that was not read yet has none, and no kind or feeling either */
  readonly language?: string | undefined;
  readonly kinds?: readonly HeardKind[] | undefined;
  readonly feeling?: Feeling | undefined;
  readonly theme?: ThemeId | undefined;
  /** written at or after */
  readonly from?: number | undefined;
  /** written before */
  readonly to?: number | undefined;
  /** without those that nearly repeat another post, and where no source is asked for, each once that several sources hold */
  readonly isMerged?: boolean | undefined;
}

/** A post with what a list says of it besides. */
export interface FoundPost extends Post {
  readonly theme?: ThemeId | undefined;
  /** what a facilitator said of it: whether it is an expectation */
  readonly label?: boolean | undefined;
  /** posts that nearly repeat it */
  readonly copies: number;
}

export interface LabelledPost {
  readonly post: Post;
  readonly isExpectation: boolean;
}

/** Spans of time as figures compare them: after `before` up to `from`, and after that up to `to`. */
export interface Period {
  readonly before: number;
  readonly from: number;
  readonly to: number;
}
/** Posts of a theme that were read alike, counted. */
export interface ThemeCount {
  readonly theme: ThemeId;
  readonly kind: HeardKind;
  readonly feeling: Feeling;
  readonly language: string;
  readonly posts: number;
  readonly current: number;
  readonly previous: number;
  readonly firstAt: number;
  readonly lastAt: number;
}
/** Posts of one hour, which begins at `hour` × 3,600,000. */
export interface HourCount {
  readonly hour: number;
  readonly posts: number;
}
export interface ThemeHour extends HourCount {
  readonly theme: ThemeId;
}
export interface Tally {
  readonly posts: number;
  readonly feelings: Readonly<Record<Feeling, number>>;
}

/** What was found by reading a post. */
export interface PostReading {
  readonly id: string;
  readonly heard: Heard;
  /** what was read: a post that says something else by now is passed over, and waits to be read anew */
  readonly text?: string | undefined;
  /** the id of the post that it nearly repeats; where it is absent, what was found before stays */
  readonly copyOf?: string | undefined;
}

/**
 * Persistence of sources and posts, in a file of its own: an import's lock must not stall an acknowledgement.
 *
 * Surprises, all held by `test/contract/postStoreContract.ts`:
 * - `addPosts` ignores posts whose id the board has already; it resolves with those that were new, in the order given. It is one
 *   transaction. A post of a source that is not there (any more) makes it reject with `unknown-source`, and none is kept.
 * - `match` and `page` find a post when `holds(fold(text), query)` of `shared/listening` does: every implementation uses it for what
 *   "folded" and "word" mean, so that a count and its quotes always agree.
 * - A post that several sources hold (`heldElsewhere` of shared/listening; never one of a file) is there once for each, and counts once: in
 *   `tally`, `hours`, `themeCounts`, `themeHours`, `copies` and where near-copies are merged. What is asked of one source has all of its own.
 * - A post whose near-copy goes is no copy any more.
 * - `deleteSource` takes its posts with it.
 * - Orders are total: newest first, then by id, in the order of code points.
 * - In a post's texts, NUL and half a surrogate pair become U+FFFD: no database gives them back as they were.
 * - A board that was never met has no sources and no posts.
 * - All of it may be called before earlier calls have settled; effects are in the order of the calls.
 * - Every other fault is an AppError `store-failed` with its cause, calls after `close` included.
 */
export interface PostStore extends PostChanges {
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
  /** Sources of all boards whose `nextAt` has come, earliest first. */
  dueSources(now: number, limit: number): Promise<readonly SourceRecord[]>;
  /** Files of posts, of all boards, of which not all is kept: on their way in, or left so by a stop. */
  cutSources(): Promise<readonly SourceRecord[]>;
  /** How many sources of all boards are in each state; 0 where there is none. */
  sourceStates(): Promise<SourceStates>;

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
  ): Promise<{ readonly posts: readonly FoundPost[]; readonly total: number }>;
  /** When the newest post was written; undefined when there is none. */
  newestAt(board: BoardId): Promise<number | undefined>;

  /** Boards with posts that were not read yet. */
  unreadBoards(): Promise<readonly BoardId[]>;
  /** Posts of a board that were not read yet, those stored last first. */
  unread(board: BoardId, limit: number): Promise<readonly Post[]>;
  /** Keeps what was found by reading; posts that are gone, or were edited meanwhile, are passed over. Gives the ids of the others. */
  setHeard(board: BoardId, readings: readonly PostReading[]): Promise<readonly string[]>;
  /** Says of posts which theme they speak of; undefined = none. */
  setThemes(board: BoardId, themes: readonly (readonly [post: string, theme: ThemeId | undefined])[]): Promise<void>;
  /** The posts of each theme, near-copies once, counted by what was read; `current` and `previous` are those of a period and the one before. */
  themeCounts(board: BoardId, period: Period): Promise<readonly ThemeCount[]>;
  /** The same by the hour, from one hour to another, both in it. */
  themeHours(board: BoardId, from: number, to: number): Promise<readonly ThemeHour[]>;
  /** The posts that match, counted by feeling; one that was not read yet has none. */
  tally(board: BoardId, filter: PostFilter): Promise<Tally>;
  /** The posts that match, counted by the hour. */
  hours(board: BoardId, filter: PostFilter): Promise<readonly HourCount[]>;
  /** What a facilitator says of a post: whether it is an expectation. Gives the post, undefined when it is gone. */
  label(board: BoardId, post: string, isExpectation: boolean): Promise<Post | undefined>;
  /** The posts that were labelled, in the order in which they were stored. */
  labels(board: BoardId): Promise<readonly LabelledPost[]>;

  /** What a board keeps of its listening by a name, as JSON gives it back; undefined where nothing is kept. */
  fact(board: BoardId, name: string): Promise<unknown>;
  setFact(board: BoardId, name: string, value: unknown): Promise<void>;
  /** Boards that keep something by that name. */
  boardsWith(name: string): Promise<readonly BoardId[]>;

  /** Waits for what was called before; may be called twice. */
  close(): Promise<void>;
}

import type {
  AddSource,
  ChangeSource,
  CsvForm,
  CsvPreview,
  PostPage,
  PostQuery,
  SourceRead,
} from "@palabre/shared/protocol";
import type { CountedAt } from "../stores/index.ts";
import type { Delivery } from "./delivery.ts";
import type { BoardId, Post, Source, SourceId } from "@palabre/shared/terms";

/** Where boards listen, and what was heard there. */
export interface Listening {
  /**
   * Reads a source and listens to it from then on. One that the board listens to already is looked at again.
   * @throws AppError `too-many-sources`, and as its kind does (`sources/`); nothing is added then
   */
  add(board: BoardId, asked: AddSource): Promise<SourceRead>;
  /**
   * Takes over the posts of a CSV file as a source of their own.
   * @param name the file's own where not given
   * @param form which column is what, and the like: it is remembered for files of the same columns
   * @throws AppError `too-many-sources`, and as `readCsv` says; nothing is added then
   */
  addCsv(
    board: BoardId,
    file: { name: string; bytes: Uint8Array | AsyncIterable<Uint8Array> },
    name?: string,
    form?: CsvForm,
  ): Promise<SourceRead>;
  /** What the beginning of a file says, for who has to say which column is what. @throws AppError `not-a-csv`, `csv-empty` */
  previewCsv(board: BoardId, bytes: AsyncIterable<Uint8Array>, form: CsvForm): Promise<CsvPreview>;
  /** Takes over posts that are known already. The source's id is put before theirs. */
  addPosts(
    board: BoardId,
    source: { kind: "sample"; name: string },
    posts: readonly Omit<Post, "source">[],
  ): Promise<Source>;
  /** In the order in which they were added; a file that is on its way in says how far. */
  sources(board: BoardId): Promise<readonly Source[]>;
  /** @throws AppError `unknown-source` */
  change(board: BoardId, id: SourceId, change: ChangeSource): Promise<Source>;
  /** Its posts go with it. @throws AppError `unknown-source` */
  remove(board: BoardId, id: SourceId): Promise<void>;
  /**
   * Looks at a source now; one that is not looked at stays as it is.
   * @throws AppError `unknown-source`, `too-many` (asked too often), and as its kind does, once the source's state is kept
   */
  refresh(board: BoardId, id: SourceId): Promise<SourceRead>;
  /**
   * Takes what a program outside sends to a source of kind `webhook`.
   * @throws AppError `unknown-source`, `bad-signature`, `too-many`, `not-json`, `bad-request`; nothing is kept then
   */
  deliver(board: BoardId, id: SourceId, delivery: Delivery): Promise<SourceRead>;
  /**
   * Posts that are as asked, newest first, near-copies together.
   * @param asked.query  every post where it is empty; none where it holds no word
   * @param asked.before `next` of the page before
   * @throws AppError `unknown-source`
   */
  page(board: BoardId, asked: PostQuery & { readonly limit: number }): Promise<PostPage>;
  /** What people did with a post, each time that changed, oldest first. */
  countsOf(board: BoardId, post: string): Promise<readonly CountedAt[]>;
  /** Posts were read: files of posts are in once all of theirs are. */
  noteRead(posts: readonly Post[]): void;
  /** Called after posts were stored or removed, or a source's state changed; returns the undoing. */
  onNews(listener: NewsListener): () => void;
  /** Begins to look at sources when their time has come, and takes away files that a stop or a crash cut on their way in. */
  start(): void;
  /** Takes such files away from boards that this server has come to. */
  lookAgain(): void;
  /** Ends the looks and the files under way; what looks would have found is found next time. May be called twice. */
  close(): Promise<void>;
}

/** `posts` are those that are new or changed, perhaps none; undefined when posts went away or say something else than they did. */
export type NewsListener = (board: BoardId, news: { readonly posts: readonly Post[] | undefined }) => void;

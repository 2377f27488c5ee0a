import type { BoardId, Post, SourceId, ThemeId } from "@palabre/shared/terms";
import { POSTGRES_POST_MIGRATIONS } from "./migrations/index.ts";
import type { CountedAt, PostsUpdated, RecountLater } from "./postChanges.ts";
import { openPostgres, type PostgresDatabase, type Sharing } from "./postgresDatabase.ts";
import { PostgresHeard } from "./postgresHeard.ts";
import { PostgresPostChanges } from "./postgresPostChanges.ts";
import { PostgresPosts } from "./postgresPosts.ts";
import { PostgresPostSearch } from "./postgresPostSearch.ts";
import type {
  FoundPost,
  HourCount,
  LabelledPost,
  Period,
  PostFilter,
  PostReading,
  PostStore,
  SourceChange,
  SourceRecord,
  SourceStates,
  Tally,
  ThemeCount,
  ThemeHour,
} from "./postStore.ts";

/** Sources and posts in the schema `posts` of a Postgres database. */
export class PostgresPostStore implements PostStore {
  readonly #db: PostgresDatabase;
  readonly #posts: PostgresPosts;
  readonly #changes: PostgresPostChanges;
  readonly #search: PostgresPostSearch;
  readonly #heard: PostgresHeard;

  private constructor(db: PostgresDatabase, server: string | undefined) {
    this.#db = db;
    this.#posts = new PostgresPosts(db, server);
    this.#changes = new PostgresPostChanges(db);
    this.#search = new PostgresPostSearch(db);
    this.#heard = new PostgresHeard(db, server);
  }

  /** @param url of the database, `postgres://…`; faults are those of `openPostgres` */
  static async open(url: string, sharing?: Sharing): Promise<PostgresPostStore> {
    const db = await openPostgres(url, "posts", POSTGRES_POST_MIGRATIONS, { sharing });
    return new PostgresPostStore(db, sharing?.server);
  }

  addSource(source: SourceRecord): Promise<void> {
    return this.#posts.addSource(source);
  }

  changeSource(board: BoardId, id: SourceId, change: SourceChange): Promise<SourceRecord | undefined> {
    return this.#posts.changeSource(board, id, change);
  }

  deleteSource(board: BoardId, id: SourceId): Promise<void> {
    return this.#posts.deleteSource(board, id);
  }

  sources(board: BoardId): Promise<readonly SourceRecord[]> {
    return this.#posts.sources(board);
  }

  dueSources(now: number, limit: number): Promise<readonly SourceRecord[]> {
    return this.#posts.dueSources(now, limit);
  }

  cutSources(): Promise<readonly SourceRecord[]> {
    return this.#posts.cutSources();
  }

  sourceStates(): Promise<SourceStates> {
    return this.#posts.sourceStates();
  }

  addPosts(board: BoardId, posts: readonly Post[]): Promise<readonly Post[]> {
    return this.#posts.addPosts(board, posts);
  }

  updatePosts(board: BoardId, posts: readonly Post[], at: number): Promise<PostsUpdated> {
    return this.#changes.update(board, posts, at);
  }

  deletePosts(board: BoardId, source: SourceId, ids: readonly string[]): Promise<number> {
    return this.#changes.delete(board, source, ids);
  }

  textsOf(board: BoardId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#changes.textsOf(board, ids);
  }

  /** What is deleted in Postgres is overwritten when it needs the place: nothing here can hasten that without holding up everybody. */
  async forget(): Promise<void> {}

  recountLater(board: BoardId, posts: readonly RecountLater[]): Promise<void> {
    return this.#changes.recountLater(board, posts);
  }

  dueRecounts(board: BoardId, source: SourceId, now: number, limit: number): Promise<readonly Post[]> {
    return this.#changes.dueRecounts(board, source, now, limit);
  }

  countsOf(board: BoardId, post: string): Promise<readonly CountedAt[]> {
    return this.#changes.countsOf(board, post);
  }

  match(board: BoardId, filter: PostFilter): Promise<readonly Post[]> {
    return this.#search.match(board, filter);
  }

  page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): Promise<{ readonly posts: readonly FoundPost[]; readonly total: number }> {
    return this.#search.page(board, filter);
  }

  newestAt(board: BoardId): Promise<number | undefined> {
    return this.#search.newestAt(board);
  }

  unreadBoards(): Promise<readonly BoardId[]> {
    return this.#heard.unreadBoards();
  }

  unread(board: BoardId, limit: number): Promise<readonly Post[]> {
    return this.#heard.unread(board, limit);
  }

  setHeard(board: BoardId, readings: readonly PostReading[]): Promise<readonly string[]> {
    return this.#heard.setHeard(board, readings);
  }

  setThemes(board: BoardId, themes: readonly (readonly [string, ThemeId | undefined])[]): Promise<void> {
    return this.#heard.setThemes(board, themes);
  }

  themeCounts(board: BoardId, period: Period): Promise<readonly ThemeCount[]> {
    return this.#heard.themeCounts(board, period);
  }

  themeHours(board: BoardId, from: number, to: number): Promise<readonly ThemeHour[]> {
    return this.#heard.themeHours(board, from, to);
  }

  tally(board: BoardId, filter: PostFilter): Promise<Tally> {
    return this.#search.tally(board, filter);
  }

  hours(board: BoardId, filter: PostFilter): Promise<readonly HourCount[]> {
    return this.#search.hours(board, filter);
  }

  boardsWith(name: string): Promise<readonly BoardId[]> {
    return this.#heard.boardsWith(name);
  }

  label(board: BoardId, post: string, isExpectation: boolean): Promise<Post | undefined> {
    return this.#heard.label(board, post, isExpectation);
  }

  labels(board: BoardId): Promise<readonly LabelledPost[]> {
    return this.#heard.labels(board);
  }

  fact(board: BoardId, name: string): Promise<unknown> {
    return this.#heard.fact(board, name);
  }

  setFact(board: BoardId, name: string, value: unknown): Promise<void> {
    return this.#heard.setFact(board, name, value);
  }

  close(): Promise<void> {
    return this.#db.close();
  }
}

import type { BoardId, Post, SourceId, ThemeId } from "@palabre/shared/terms";
import type { CountedAt, PostsUpdated, RecountLater } from "./postChanges.ts";
import { toKept } from "./postRecords.ts";
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
import type { SqlitePosts } from "./sqlitePosts.ts";
import { openRemote, workerEntry, type Remote } from "./workerBridge.ts";

/** Sources and posts in one SQLite file, which one worker thread reads and writes. */
export class SqlitePostStore implements PostStore {
  readonly #remote: Remote<SqlitePosts>;

  private constructor(remote: Remote<SqlitePosts>) {
    this.#remote = remote;
  }

  static async open(file: string): Promise<SqlitePostStore> {
    return new SqlitePostStore(await openRemote<SqlitePosts>(workerEntry("sqlitePostWorker"), file));
  }

  addSource(source: SourceRecord): Promise<void> {
    return this.#remote.call("addSource", [source]);
  }

  changeSource(board: BoardId, id: SourceId, change: SourceChange): Promise<SourceRecord | undefined> {
    return this.#remote.call("changeSource", [board, id, change]);
  }

  deleteSource(board: BoardId, id: SourceId): Promise<void> {
    return this.#remote.call("deleteSource", [board, id]);
  }

  sources(board: BoardId): Promise<readonly SourceRecord[]> {
    return this.#remote.call("sources", [board]);
  }

  dueSources(now: number, limit: number): Promise<readonly SourceRecord[]> {
    return this.#remote.call("dueSources", [now, limit]);
  }

  cutSources(): Promise<readonly SourceRecord[]> {
    return this.#remote.call("cutSources", []);
  }

  sourceStates(): Promise<SourceStates> {
    return this.#remote.call("sourceStates", []);
  }

  async addPosts(board: BoardId, posts: readonly Post[]): Promise<readonly Post[]> {
    const kept = posts.map(toKept);
    const added = new Set(await this.#remote.call("addPosts", [board, kept]));
    return kept.filter((_, index) => added.has(index));
  }

  updatePosts(board: BoardId, posts: readonly Post[], at: number): Promise<PostsUpdated> {
    return this.#remote.call("updatePosts", [board, posts.map(toKept), at]);
  }

  deletePosts(board: BoardId, source: SourceId, ids: readonly string[]): Promise<number> {
    return this.#remote.call("deletePosts", [board, source, ids]);
  }

  textsOf(board: BoardId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#remote.call("textsOf", [board, ids]);
  }

  forget(): Promise<void> {
    return this.#remote.call("forget", []);
  }

  recountLater(board: BoardId, posts: readonly RecountLater[]): Promise<void> {
    return this.#remote.call("recountLater", [board, posts]);
  }

  dueRecounts(board: BoardId, source: SourceId, now: number, limit: number): Promise<readonly Post[]> {
    return this.#remote.call("dueRecounts", [board, source, now, limit]);
  }

  countsOf(board: BoardId, post: string): Promise<readonly CountedAt[]> {
    return this.#remote.call("countsOf", [board, post]);
  }

  match(board: BoardId, filter: PostFilter): Promise<readonly Post[]> {
    return this.#remote.call("match", [board, filter]);
  }

  page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): Promise<{ readonly posts: readonly FoundPost[]; readonly total: number }> {
    return this.#remote.call("page", [board, filter]);
  }

  newestAt(board: BoardId): Promise<number | undefined> {
    return this.#remote.call("newestAt", [board]);
  }

  unreadBoards(): Promise<readonly BoardId[]> {
    return this.#remote.call("unreadBoards", []);
  }

  unread(board: BoardId, limit: number): Promise<readonly Post[]> {
    return this.#remote.call("unread", [board, limit]);
  }

  setHeard(board: BoardId, readings: readonly PostReading[]): Promise<readonly string[]> {
    return this.#remote.call("setHeard", [board, readings]);
  }

  setThemes(board: BoardId, themes: readonly (readonly [string, ThemeId | undefined])[]): Promise<void> {
    return this.#remote.call("setThemes", [board, themes]);
  }

  themeCounts(board: BoardId, period: Period): Promise<readonly ThemeCount[]> {
    return this.#remote.call("themeCounts", [board, period]);
  }

  themeHours(board: BoardId, from: number, to: number): Promise<readonly ThemeHour[]> {
    return this.#remote.call("themeHours", [board, from, to]);
  }

  tally(board: BoardId, filter: PostFilter): Promise<Tally> {
    return this.#remote.call("tally", [board, filter]);
  }

  hours(board: BoardId, filter: PostFilter): Promise<readonly HourCount[]> {
    return this.#remote.call("hours", [board, filter]);
  }

  boardsWith(name: string): Promise<readonly BoardId[]> {
    return this.#remote.call("boardsWith", [name]);
  }

  label(board: BoardId, post: string, isExpectation: boolean): Promise<Post | undefined> {
    return this.#remote.call("label", [board, post, isExpectation]);
  }

  labels(board: BoardId): Promise<readonly LabelledPost[]> {
    return this.#remote.call("labels", [board]);
  }

  fact(board: BoardId, name: string): Promise<unknown> {
    return this.#remote.call("fact", [board, name]);
  }

  setFact(board: BoardId, name: string, value: unknown): Promise<void> {
    return this.#remote.call("setFact", [board, name, value]);
  }

  close(): Promise<void> {
    return this.#remote.close();
  }
}

import type { BoardId, Post, SourceId } from "@palabre/shared/terms";
import { toKept } from "./postRecords.ts";
import type { PostFilter, PostStore, SourceChange, SourceRecord } from "./postStore.ts";
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

  async addPosts(board: BoardId, posts: readonly Post[]): Promise<readonly Post[]> {
    const kept = posts.map(toKept);
    const added = new Set(await this.#remote.call("addPosts", [board, kept]));
    return kept.filter((_, index) => added.has(index));
  }

  match(board: BoardId, filter: PostFilter): Promise<readonly Post[]> {
    return this.#remote.call("match", [board, filter]);
  }

  page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): Promise<{ readonly posts: readonly Post[]; readonly total: number }> {
    return this.#remote.call("page", [board, filter]);
  }

  newestAt(board: BoardId): Promise<number | undefined> {
    return this.#remote.call("newestAt", [board]);
  }

  close(): Promise<void> {
    return this.#remote.close();
  }
}

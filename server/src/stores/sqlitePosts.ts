import { AppError } from "@palabre/shared/errors";
import { fold } from "@palabre/shared/listening";
import type { BoardId, Post, SourceId, ThemeId } from "@palabre/shared/terms";
import { z } from "zod";
import { POST_MIGRATIONS } from "./migrations/index.ts";
import { keysOf } from "./postKeys.ts";
import { factsOf, toSourceRecord } from "./postRecords.ts";
import { toSource, toSourceStates } from "./postRows.ts";
import type {
  FoundPost,
  HourCount,
  LabelledPost,
  Period,
  PostFilter,
  PostReading,
  SourceChange,
  SourceRecord,
  SourceStates,
  Tally,
  ThemeCount,
  ThemeHour,
} from "./postStore.ts";
import { clearGaps, emptyLog, inTransaction, openSqliteFile, type Database } from "./sqliteFile.ts";
import { SqliteHeard } from "./sqliteHeard.ts";
import type { CountedAt, PostsUpdated, RecountLater } from "./postChanges.ts";
import { SqlitePostChanges } from "./sqlitePostChanges.ts";
import { SqlitePostSearch } from "./sqlitePostSearch.ts";

const boardRow = z.object({ key: z.number(), lastPost: z.number() });
const sourceKeyRow = z.object({ key: z.number() });

/** `PostStore` as one thread runs it, blocking. The contract is `PostStore`'s; posts come in as `toKept` gives them. */
export class SqlitePosts {
  readonly #file: string;
  readonly #db: Database;
  readonly #search: SqlitePostSearch;
  readonly #heard: SqliteHeard;
  readonly #changes: SqlitePostChanges;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(file: string) {
    this.#file = file;
    this.#db = openSqliteFile(file, POST_MIGRATIONS);
    // what a source takes back must not stay where it stood
    this.#db.exec("PRAGMA secure_delete = ON");
    this.#search = new SqlitePostSearch(this.#db);
    this.#heard = new SqliteHeard(this.#db);
    this.#changes = new SqlitePostChanges(this.#db);
    this.#statements = prepare(this.#db);
  }

  addSource(source: SourceRecord): void {
    const record = toSourceRecord(source.board, source);
    inTransaction(this.#db, () => {
      this.#statements.insertBoard.run(source.board);
      const { id, kind, addedAt, nextAt } = record;
      this.#statements.insertSource.run(source.board, id, kind, addedAt, nextAt ?? null, JSON.stringify(record));
    });
  }

  changeSource(board: BoardId, id: SourceId, change: SourceChange): SourceRecord | undefined {
    return inTransaction(this.#db, () => {
      const row = this.#statements.source.get(board, id);
      if (row === undefined) return undefined;
      const after = toSourceRecord(board, { ...toSource(row), ...change });
      this.#statements.updateSource.run(after.nextAt ?? null, JSON.stringify(after), board, id);
      return after;
    });
  }

  deleteSource(board: BoardId, id: SourceId): void {
    inTransaction(this.#db, () => {
      const source = sourceKeyRow.optional().parse(this.#statements.sourceKey.get(board, id));
      if (!source) return;
      this.#statements.partCopies.run(source.key);
      this.#statements.unfoldPosts.run(source.key);
      this.#statements.deletePosts.run(source.key);
      this.#statements.deleteSource.run(source.key);
    });
  }

  sources(board: BoardId): readonly SourceRecord[] {
    return this.#statements.sources.all(board).map(toSource);
  }

  dueSources(now: number, limit: number): readonly SourceRecord[] {
    return this.#statements.dueSources.all(now, limit).map(toSource);
  }

  cutSources(): readonly SourceRecord[] {
    return this.#statements.cutSources.all().map(toSource);
  }

  sourceStates(): SourceStates {
    return toSourceStates(this.#statements.sourceStates.all());
  }

  /** @returns which of the posts were new, as their places in `posts`: the caller has them, they needn't come back */
  addPosts(board: BoardId, posts: readonly Post[]): readonly number[] {
    return inTransaction(this.#db, () => {
      const sources = new Map<SourceId, { readonly key: number; posts: number }>();
      const found = boardRow.optional().parse(this.#statements.board.get(board));
      // a board that was never met has no sources, so its posts are refused below
      const boardKey = found?.key ?? 0;
      const firstKey = keysOf(boardKey).first;
      let number = found?.lastPost ?? 0;
      const added: number[] = [];
      for (const [index, post] of posts.entries()) {
        const source = sources.get(post.source) ?? { key: this.#sourceKey(board, post.source), posts: 0 };
        sources.set(post.source, source);
        if (this.#statements.hasPost.get(boardKey, post.id) !== undefined) continue;
        number += 1;
        const key = firstKey + number;
        const { id, at, text, url, author, language } = post;
        const facts = factsOf(post);
        this.#statements.insertPost.run(key, boardKey, source.key, id, at, text, url, author, language, facts);
        this.#statements.foldPost.run(key, fold(text));
        source.posts += 1;
        added.push(index);
      }
      for (const source of sources.values()) this.#statements.countPosts.run(source.posts, source.key);
      this.#statements.setLastPost.run(number, board);
      return added;
    });
  }

  updatePosts(board: BoardId, posts: readonly Post[], at: number): PostsUpdated {
    return this.#changes.update(board, posts, at);
  }

  deletePosts(board: BoardId, source: SourceId, ids: readonly string[]): number {
    return this.#changes.delete(board, source, ids);
  }

  textsOf(board: BoardId, ids: readonly string[]): ReadonlyMap<string, string> {
    return this.#changes.textsOf(board, ids);
  }

  forget(): void {
    // first the log: while somebody reads, a file that is written anew would only make it longer, with each try
    if (emptyLog(this.#db) && clearGaps(this.#db, this.#file) && emptyLog(this.#db)) return;
    throw new AppError(
      "store-failed",
      "What was deleted of posts can't be taken off the disk now: somebody reads posts.db, or the disk is full",
    );
  }

  recountLater(board: BoardId, posts: readonly RecountLater[]): void {
    this.#changes.recountLater(board, posts);
  }

  dueRecounts(board: BoardId, source: SourceId, now: number, limit: number): readonly Post[] {
    return this.#changes.dueRecounts(board, source, now, limit);
  }

  countsOf(board: BoardId, post: string): readonly CountedAt[] {
    return this.#changes.countsOf(board, post);
  }

  match(board: BoardId, filter: PostFilter): readonly Post[] {
    return this.#search.match(board, filter);
  }

  page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): { readonly posts: readonly FoundPost[]; readonly total: number } {
    return this.#search.page(board, filter);
  }

  newestAt(board: BoardId): number | undefined {
    return this.#search.newestAt(board);
  }

  unreadBoards(): readonly BoardId[] {
    return this.#heard.unreadBoards();
  }

  unread(board: BoardId, limit: number): readonly Post[] {
    return this.#heard.unread(board, limit);
  }

  setHeard(board: BoardId, readings: readonly PostReading[]): readonly string[] {
    return this.#heard.setHeard(board, readings);
  }

  setThemes(board: BoardId, themes: readonly (readonly [post: string, theme: ThemeId | undefined])[]): void {
    this.#heard.setThemes(board, themes);
  }

  themeCounts(board: BoardId, period: Period): readonly ThemeCount[] {
    return this.#heard.themeCounts(board, period);
  }

  themeHours(board: BoardId, from: number, to: number): readonly ThemeHour[] {
    return this.#heard.themeHours(board, from, to);
  }

  tally(board: BoardId, filter: PostFilter): Tally {
    return this.#search.tally(board, filter);
  }

  hours(board: BoardId, filter: PostFilter): readonly HourCount[] {
    return this.#search.hours(board, filter);
  }

  boardsWith(name: string): readonly BoardId[] {
    return this.#heard.boardsWith(name);
  }

  label(board: BoardId, post: string, isExpectation: boolean): Post | undefined {
    return this.#heard.label(board, post, isExpectation);
  }

  labels(board: BoardId): readonly LabelledPost[] {
    return this.#heard.labels(board);
  }

  fact(board: BoardId, name: string): unknown {
    return this.#heard.fact(board, name);
  }

  setFact(board: BoardId, name: string, value: unknown): void {
    this.#heard.setFact(board, name, value);
  }

  close(): void {
    this.#db.close();
  }

  #sourceKey(board: BoardId, id: SourceId): number {
    const source = sourceKeyRow.optional().parse(this.#statements.sourceKey.get(board, id));
    if (!source) throw new AppError("unknown-source", `There is no source ${id}: add it first`);
    return source.key;
  }
}

const BOARD_KEY = "(SELECT key FROM boards WHERE id = ?)";
const SOURCES = "SELECT b.id AS board, s.id, s.posts, s.record FROM sources s JOIN boards b ON b.key = s.board";
const prepare = (db: Database) => ({
  board: db.prepare("SELECT key, lastPost FROM boards WHERE id = ?"),
  insertBoard: db.prepare("INSERT INTO boards (id) VALUES (?) ON CONFLICT DO NOTHING"),
  setLastPost: db.prepare("UPDATE boards SET lastPost = ? WHERE id = ?"),
  insertSource: db.prepare(
    `INSERT INTO sources (board, id, kind, addedAt, nextAt, record) VALUES (${BOARD_KEY}, ?, ?, ?, ?, ?)`,
  ),
  updateSource: db.prepare(`UPDATE sources SET nextAt = ?, record = ? WHERE board = ${BOARD_KEY} AND id = ?`),
  source: db.prepare(`${SOURCES} WHERE b.id = ? AND s.id = ?`),
  sourceKey: db.prepare(`SELECT key FROM sources WHERE board = ${BOARD_KEY} AND id = ?`),
  sources: db.prepare(`${SOURCES} WHERE b.id = ? ORDER BY s.addedAt, s.id`),
  dueSources: db.prepare(`${SOURCES} WHERE s.nextAt <= ? ORDER BY s.nextAt, s.id LIMIT ?`),
  cutSources: db.prepare(`${SOURCES} WHERE s.kind = 'csv' AND s.record ->> '$.state' = 'waiting' ORDER BY s.id`),
  sourceStates: db.prepare("SELECT record ->> '$.state' AS state, COUNT(*) AS sources FROM sources GROUP BY 1"),
  countPosts: db.prepare("UPDATE sources SET posts = posts + ? WHERE key = ?"),
  hasPost: db.prepare("SELECT 1 FROM posts WHERE board = ? AND id = ?"),
  insertPost: db.prepare(
    `INSERT INTO posts (key, board, source, id, at, text, url, author, language, facts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  foldPost: db.prepare("INSERT INTO folded (rowid, words) VALUES (?, ?)"),
  partCopies: db.prepare("UPDATE posts SET copyOf = NULL WHERE copyOf IN (SELECT key FROM posts WHERE source = ?)"),
  unfoldPosts: db.prepare("DELETE FROM folded WHERE rowid IN (SELECT key FROM posts WHERE source = ?)"),
  deletePosts: db.prepare("DELETE FROM posts WHERE source = ?"),
  deleteSource: db.prepare("DELETE FROM sources WHERE key = ?"),
});

import type { BoardId, Post, ThemeId } from "@palabre/shared/terms";
import { isHeldOnce } from "./postConditions.ts";
import {
  HOUR_MS,
  POST_COLUMNS,
  toBoardId,
  toFact,
  toLabelledPost,
  toPost,
  toThemeCount,
  toThemeHour,
} from "./postRows.ts";
import type { LabelledPost, Period, PostReading, ThemeCount, ThemeHour } from "./postStore.ts";
import { boardKeyOf } from "./sqliteBoardKey.ts";
import { inTransaction, type Database } from "./sqliteFile.ts";

/** What was found by reading posts, and what boards keep of their listening besides. The contract is `PostStore`'s. */
export class SqliteHeard {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  unreadBoards(): readonly BoardId[] {
    return this.#statements.unreadBoards.all().map(toBoardId);
  }

  unread(board: BoardId, limit: number): readonly Post[] {
    const key = boardKeyOf(this.#db, board);
    return key === undefined ? [] : this.#statements.unread.all(key, limit).map(toPost);
  }

  setHeard(board: BoardId, readings: readonly PostReading[]): readonly string[] {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return [];
    const kept: string[] = [];
    inTransaction(this.#db, () => {
      for (const { id, heard, text, copyOf } of readings) {
        const { language, kind, feeling } = heard;
        const found = [JSON.stringify(heard), language, kind, feeling] as const;
        const { changes } = this.#statements.setHeard.run(...found, key, id, text ?? null);
        if (changes === 0) continue;
        kept.push(id);
        if (copyOf !== undefined) this.#statements.setCopy.run(key, copyOf, key, id);
      }
    });
    return kept;
  }

  setThemes(board: BoardId, themes: readonly (readonly [post: string, theme: ThemeId | undefined])[]): void {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return;
    inTransaction(this.#db, () => {
      for (const [post, theme] of themes) this.#statements.setTheme.run(theme ?? null, key, post);
    });
  }

  themeCounts(board: BoardId, { before, from, to }: Period): readonly ThemeCount[] {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return [];
    return this.#statements.themeCounts.all(before, from, from, to, key).map(toThemeCount);
  }

  themeHours(board: BoardId, from: number, to: number): readonly ThemeHour[] {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return [];
    return this.#statements.themeHours.all(key, from * HOUR_MS, (to + 1) * HOUR_MS).map(toThemeHour);
  }

  label(board: BoardId, post: string, isExpectation: boolean): Post | undefined {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return undefined;
    this.#statements.setLabel.run(isExpectation ? 1 : 0, key, post);
    const row = this.#statements.post.get(key, post);
    return row === undefined ? undefined : toPost(row);
  }

  labels(board: BoardId): readonly LabelledPost[] {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return [];
    return this.#statements.labels.all(key).map(toLabelledPost);
  }

  fact(board: BoardId, name: string): unknown {
    const key = boardKeyOf(this.#db, board);
    const row = key === undefined ? undefined : this.#statements.fact.get(key, name);
    return row === undefined ? undefined : toFact(row);
  }

  boardsWith(name: string): readonly BoardId[] {
    return this.#statements.boardsWith.all(name).map(toBoardId);
  }

  setFact(board: BoardId, name: string, value: unknown): void {
    inTransaction(this.#db, () => {
      this.#statements.insertBoard.run(board);
      const key = boardKeyOf(this.#db, board) ?? 0;
      if (value === undefined) this.#statements.dropFact.run(key, name);
      else this.#statements.setFact.run(key, name, JSON.stringify(value));
    });
  }
}

const POSTS = `SELECT ${POST_COLUMNS} FROM posts CROSS JOIN sources ON sources.key = posts.source`;
const prepare = (db: Database) => ({
  insertBoard: db.prepare("INSERT INTO boards (id) VALUES (?) ON CONFLICT DO NOTHING"),
  unreadBoards: db.prepare(
    "SELECT id FROM boards WHERE EXISTS (SELECT 1 FROM posts WHERE board = boards.key AND heard IS NULL) ORDER BY key",
  ),
  unread: db.prepare(`${POSTS} WHERE posts.board = ? AND heard IS NULL ORDER BY posts.key DESC LIMIT ?`),
  post: db.prepare(`${POSTS} WHERE posts.board = ? AND posts.id = ?`),
  setHeard: db.prepare(
    `UPDATE posts SET heard = ?, tongue = ?, kind = ?, feeling = ?
     WHERE board = ? AND id = ? AND text = coalesce(?, text)`,
  ),
  // the copy of a copy is one of what that one repeats; of what is gone, none
  setCopy: db.prepare(
    `UPDATE posts SET copyOf = coalesce((SELECT coalesce(copyOf, key) FROM posts WHERE board = ? AND id = ?), copyOf)
     WHERE board = ? AND id = ?`,
  ),
  setTheme: db.prepare("UPDATE posts SET theme = ? WHERE board = ? AND id = ?"),
  // all of it stands in the index
  themeCounts: db.prepare(
    `SELECT theme, kind, feeling, tongue AS language, count(*) AS posts,
       sum(at > ?1 AND at <= ?2) AS previous, sum(at > ?3 AND at <= ?4) AS current, min(at) AS firstAt, max(at) AS lastAt
     FROM posts INDEXED BY heardOfBoard
     WHERE board = ?5 AND kind IS NOT NULL AND theme IS NOT NULL AND copyOf IS NULL AND ${isHeldOnce("?5")}
     GROUP BY kind, feeling, tongue, theme`,
  ),
  themeHours: db.prepare(
    `SELECT theme, at / ${HOUR_MS} AS hour, count(*) AS posts FROM posts INDEXED BY postsOfBoard
     WHERE board = ?1 AND at >= ?2 AND at < ?3 AND theme IS NOT NULL AND copyOf IS NULL AND ${isHeldOnce("?1")}
     GROUP BY theme, hour`,
  ),
  setLabel: db.prepare("UPDATE posts SET label = ? WHERE board = ? AND id = ?"),
  labels: db.prepare(
    `SELECT ${POST_COLUMNS}, label FROM posts CROSS JOIN sources ON sources.key = posts.source
     WHERE posts.board = ? AND label IS NOT NULL ORDER BY posts.key`,
  ),
  fact: db.prepare("SELECT value FROM boardFacts WHERE board = ? AND name = ?"),
  setFact: db.prepare(
    "INSERT INTO boardFacts (board, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  ),
  boardsWith: db.prepare(
    "SELECT id FROM boards WHERE EXISTS (SELECT 1 FROM boardFacts WHERE board = boards.key AND name = ?)",
  ),
  dropFact: db.prepare("DELETE FROM boardFacts WHERE board = ? AND name = ?"),
});

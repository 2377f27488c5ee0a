import { fold } from "@palabre/shared/listening";
import type { BoardId, Engagement, Post, SourceId } from "@palabre/shared/terms";
import { z } from "zod";
import { factsOf, NOT_COUNTED, sameCounts, updated } from "./postRecords.ts";
import type { CountedAt, PostsUpdated, RecountLater } from "./postChanges.ts";
import { POST_COLUMNS, toCountedAt, toPost } from "./postRows.ts";
import { inTransaction, type Database } from "./sqliteFile.ts";

const keyRow = z.object({ postKey: z.number() });
const sourceRow = z.object({ key: z.number() });

/** What becomes of posts after they were added: edited, counted again, gone. The contract is `PostStore`'s. */
export class SqlitePostChanges {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  update(board: BoardId, posts: readonly Post[], at: number): PostsUpdated {
    const texts: Post[] = [];
    const facts: Post[] = [];
    inTransaction(this.#db, () => {
      for (const post of posts) {
        const kept = this.#post(board, post.id);
        if (kept?.post.source !== post.source) continue;
        const after = updated(kept.post, post);
        if (after === undefined) continue;
        const isText = after.text !== kept.post.text;
        (isText ? texts : facts).push(after);
        this.#statements.update.run(after.text, after.url, after.author, after.language, factsOf(after), kept.key);
        if (isText) this.#saidAnew(kept.key, after.text);
        if (after.engagement) this.#count(kept.key, kept.post.engagement, kept.post.at, after.engagement, at);
      }
    });
    return { texts, facts };
  }

  delete(board: BoardId, source: SourceId, ids: readonly string[]): number {
    return inTransaction(this.#db, () => {
      const { key } = sourceRow.optional().parse(this.#statements.source.get(board, source)) ?? {};
      if (key === undefined) return 0;
      let deleted = 0;
      for (const id of ids) {
        const kept = this.#post(board, id);
        if (kept?.post.source !== source) continue;
        this.#statements.unfold.run(kept.key);
        this.#statements.isNoCopyOf.run(kept.key);
        this.#statements.delete.run(kept.key);
        deleted += 1;
      }
      this.#statements.uncount.run(deleted, key);
      return deleted;
    });
  }

  textsOf(board: BoardId, ids: readonly string[]): ReadonlyMap<string, string> {
    return new Map(ids.flatMap((id) => this.#post(board, id)?.post ?? []).map(({ id, text }) => [id, text]));
  }

  recountLater(board: BoardId, posts: readonly RecountLater[]): void {
    inTransaction(this.#db, () => {
      for (const { id, at } of posts) this.#statements.recountLater.run(at ?? null, board, id);
    });
  }

  dueRecounts(board: BoardId, source: SourceId, now: number, limit: number): readonly Post[] {
    return this.#statements.dueRecounts.all(board, source, now, limit).map((row) => toKeptPost(row).post);
  }

  countsOf(board: BoardId, id: string): readonly CountedAt[] {
    const kept = this.#post(board, id);
    if (!kept) return [];
    const counts = this.#statements.counts.all(kept.key).map(toCountedAt);
    // those it came with are in the post itself until they change
    if (counts.length > 0 || !kept.post.engagement) return counts;
    return [{ at: kept.post.at, ...kept.post.engagement }];
  }

  #post(board: BoardId, id: string): { readonly key: number; readonly post: Post } | undefined {
    const row = this.#statements.post.get(board, id);
    return row === undefined ? undefined : toKeptPost(row);
  }

  /** Another text is read anew, and is perhaps a copy of something else; what repeated the old one stands for itself. */
  #saidAnew(key: number, text: string): void {
    this.#statements.isNoCopyOf.run(key);
    this.#statements.unfold.run(key);
    this.#statements.fold.run(key, fold(text));
    this.#statements.forgetHeard.run(key);
  }

  #count(key: number, before: Engagement | undefined, since: number, after: Engagement, at: number): void {
    if (sameCounts(before, after)) return;
    const put = (when: number, counts: Engagement) =>
      this.#statements.count.run(
        key,
        when,
        counts.react ?? NOT_COUNTED,
        counts.comment ?? NOT_COUNTED,
        counts.share ?? NOT_COUNTED,
        counts.contribute ?? NOT_COUNTED,
      );
    if (before && this.#statements.counts.get(key) === undefined) put(since, before);
    put(at, after);
  }
}

const toKeptPost = (row: unknown): { readonly key: number; readonly post: Post } => ({
  key: keyRow.parse(row).postKey,
  post: toPost(row),
});

const POST = `SELECT posts.key AS postKey, ${POST_COLUMNS} FROM posts
  JOIN sources ON sources.key = posts.source JOIN boards ON boards.key = posts.board`;
const prepare = (db: Database) => ({
  source: db.prepare("SELECT s.key FROM sources s JOIN boards b ON b.key = s.board WHERE b.id = ? AND s.id = ?"),
  post: db.prepare(`${POST} WHERE boards.id = ? AND posts.id = ?`),
  update: db.prepare("UPDATE posts SET text = ?, url = ?, author = ?, language = ?, facts = ? WHERE key = ?"),
  forgetHeard: db.prepare(
    "UPDATE posts SET heard = NULL, tongue = '', kind = NULL, feeling = NULL, copyOf = NULL, theme = NULL WHERE key = ?",
  ),
  fold: db.prepare("INSERT INTO folded (rowid, words) VALUES (?, ?)"),
  unfold: db.prepare("DELETE FROM folded WHERE rowid = ?"),
  isNoCopyOf: db.prepare("UPDATE posts SET copyOf = NULL WHERE copyOf = ?"),
  delete: db.prepare("DELETE FROM posts WHERE key = ?"),
  uncount: db.prepare("UPDATE sources SET posts = posts - ? WHERE key = ?"),
  recountLater: db.prepare(
    "UPDATE posts SET recountAt = ? WHERE board = (SELECT key FROM boards WHERE id = ?) AND id = ?",
  ),
  dueRecounts: db.prepare(
    `${POST} WHERE boards.id = ? AND sources.id = ? AND recountAt <= ? ORDER BY recountAt, posts.id LIMIT ?`,
  ),
  count: db.prepare(
    "INSERT OR REPLACE INTO counts (post, at, react, comment, share, contribute) VALUES (?, ?, ?, ?, ?, ?)",
  ),
  counts: db.prepare("SELECT at, react, comment, share, contribute FROM counts WHERE post = ? ORDER BY at"),
});

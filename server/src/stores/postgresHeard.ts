import type { BoardId, Heard, Post, ThemeId } from "@palabre/shared/terms";
import { z } from "zod";
import { isHeldOnce } from "./postConditions.ts";
import type { PostgresDatabase, Rows } from "./postgresDatabase.ts";
import { keptBy } from "./postgresKeepers.ts";
import { meetBoard, ofBoard, sought } from "./postgresPostRows.ts";
import { isKeepable } from "./postRecords.ts";
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

const readRow = z.object({ id: z.string(), key: z.number(), text: z.string(), copyOf: z.number().nullable() });
type ReadPost = z.output<typeof readRow>;

/** What was found by reading posts, and what boards keep of their listening besides. The contract is `PostStore`'s. */
export class PostgresHeard {
  readonly #db: PostgresDatabase;
  readonly #server: string | undefined;

  /** @param server  the one of several whose boards are meant where no board is named; undefined: all boards are */
  constructor(db: PostgresDatabase, server: string | undefined) {
    this.#db = db;
    this.#server = server;
  }

  unreadBoards(): Promise<readonly BoardId[]> {
    return this.#db.inTransaction(async ({ all }) => {
      const unread = "SELECT FROM posts WHERE board = boards.key AND heard IS NULL";
      const { where, values } = keptBy("id", this.#server, 1);
      return (await all(`SELECT id FROM boards WHERE EXISTS (${unread}) AND ${where} ORDER BY key`, values)).map(
        toBoardId,
      );
    });
  }

  unread(board: BoardId, limit: number): Promise<readonly Post[]> {
    return ofBoard(this.#db, board, [], async ({ all }, key) => {
      const where = "WHERE posts.board = $1 AND heard IS NULL ORDER BY posts.key DESC LIMIT $2";
      return (await all(`${POSTS} ${where}`, [key, limit])).map(toPost);
    });
  }

  setHeard(board: BoardId, readings: readonly PostReading[]): Promise<readonly string[]> {
    return ofBoard(this.#db, board, [], async (rows, key) => {
      const posts = await postsRead(rows, key, readings);
      const read = new Map<ReadPost, Heard>();
      const kept: string[] = [];
      for (const { id, heard, text, copyOf } of readings) {
        const post = posts.get(id);
        if (!post || post.text !== (text ?? post.text)) continue;
        read.set(post, heard);
        kept.push(id);
        const original = copyOf === undefined ? undefined : posts.get(copyOf);
        // the copy of a copy is one of what that one repeats
        if (original) post.copyOf = original.copyOf ?? original.key;
      }
      if (read.size > 0) await keepHeard(rows, read);
      return kept;
    });
  }

  setThemes(board: BoardId, themes: readonly (readonly [post: string, theme: ThemeId | undefined])[]): Promise<void> {
    return ofBoard(this.#db, board, undefined, async ({ run }, key) => {
      // of what is said twice of a post, the last holds
      const given = [...new Map(themes)].filter(([id]) => isKeepable(id));
      await run(
        `UPDATE posts SET theme = given.theme FROM json_to_recordset($1) AS given (id TEXT, theme TEXT)
         WHERE posts.board = $2 AND posts.id = given.id`,
        [JSON.stringify(given.map(([id, theme]) => ({ id, theme }))), key],
      );
    });
  }

  themeCounts(board: BoardId, { before, from, to }: Period): Promise<readonly ThemeCount[]> {
    return ofBoard(this.#db, board, [], async ({ all }, key) => {
      const counts = await all(
        `SELECT theme, kind, feeling, tongue AS language, count(*) AS posts,
           count(*) FILTER (WHERE at > $2 AND at <= $3) AS previous,
           count(*) FILTER (WHERE at > $3 AND at <= $4) AS current,
           min(at) AS "firstAt", max(at) AS "lastAt"
         FROM posts WHERE board = $1 AND kind IS NOT NULL AND theme IS NOT NULL AND copyOf IS NULL
           AND ${isHeldOnce("$1")}
         GROUP BY kind, feeling, tongue, theme`,
        [key, before, from, to],
      );
      return counts.map(toThemeCount);
    });
  }

  themeHours(board: BoardId, from: number, to: number): Promise<readonly ThemeHour[]> {
    return ofBoard(this.#db, board, [], async ({ all }, key) => {
      const hours = await all(
        `SELECT theme, at / ${HOUR_MS} AS hour, count(*) AS posts FROM posts
         WHERE board = $1 AND at >= $2 AND at < $3 AND theme IS NOT NULL AND copyOf IS NULL
           AND ${isHeldOnce("$1")}
         GROUP BY theme, hour`,
        [key, from * HOUR_MS, (to + 1) * HOUR_MS],
      );
      return hours.map(toThemeHour);
    });
  }

  label(board: BoardId, post: string, isExpectation: boolean): Promise<Post | undefined> {
    return ofBoard(this.#db, board, undefined, async ({ all, run }, key) => {
      const place = [key, sought(post)];
      await run("UPDATE posts SET label = $3 WHERE board = $1 AND id = $2", [...place, isExpectation ? 1 : 0]);
      const [row] = await all(`${POSTS} WHERE posts.board = $1 AND posts.id = $2`, place);
      return row === undefined ? undefined : toPost(row);
    });
  }

  labels(board: BoardId): Promise<readonly LabelledPost[]> {
    return ofBoard(this.#db, board, [], async ({ all }, key) => {
      const labelled = await all(
        `SELECT ${POST_COLUMNS}, label FROM posts JOIN sources ON sources.key = posts.source
         WHERE posts.board = $1 AND label IS NOT NULL ORDER BY posts.key`,
        [key],
      );
      return labelled.map(toLabelledPost);
    });
  }

  fact(board: BoardId, name: string): Promise<unknown> {
    return ofBoard<unknown>(this.#db, board, undefined, async ({ all }, key) => {
      const [row] = await all("SELECT value FROM boardFacts WHERE board = $1 AND name = $2", [key, name]);
      return row === undefined ? undefined : toFact(row);
    });
  }

  boardsWith(name: string): Promise<readonly BoardId[]> {
    return this.#db.inTransaction(async ({ all }) => {
      const facts = "SELECT FROM boardFacts WHERE board = boards.key AND name = $1";
      const { where, values } = keptBy("id", this.#server, 2);
      const found = `SELECT id FROM boards WHERE EXISTS (${facts}) AND ${where} ORDER BY key`;
      return (await all(found, [name, ...values])).map(toBoardId);
    });
  }

  setFact(board: BoardId, name: string, value: unknown): Promise<void> {
    return this.#db.inTransaction(async (rows) => {
      await meetBoard(rows, board);
      const key = "(SELECT key FROM boards WHERE id = $1)";
      if (value === undefined) {
        await rows.run(`DELETE FROM boardFacts WHERE board = ${key} AND name = $2`, [board, name]);
        return;
      }
      await rows.run(
        `INSERT INTO boardFacts (board, name, value) VALUES (${key}, $2, $3)
         ON CONFLICT (board, name) DO UPDATE SET value = excluded.value`,
        [board, name, JSON.stringify(value)],
      );
    });
  }
}

const POSTS = `SELECT ${POST_COLUMNS} FROM posts JOIN sources ON sources.key = posts.source`;

/** By id, the posts that were read and those that they repeat. */
async function postsRead(
  rows: Rows,
  boardKey: number,
  readings: readonly PostReading[],
): Promise<Map<string, ReadPost>> {
  const ids = readings.flatMap(({ id, copyOf }) => (copyOf === undefined ? [id] : [id, copyOf]));
  const found = await rows.all(
    `SELECT id, key, text, copyOf AS "copyOf" FROM posts WHERE board = $1 AND id = ANY ($2)`,
    [boardKey, ids.filter(isKeepable)],
  );
  const posts = found.map((row) => readRow.parse(row));
  return new Map(posts.map((post) => [post.id, post]));
}

async function keepHeard(rows: Rows, read: ReadonlyMap<ReadPost, Heard>): Promise<void> {
  const values = [...read].map(([{ key, copyOf }, heard]) => {
    const { language, kind, feeling } = heard;
    return { key, heard: JSON.stringify(heard), tongue: language, kind, feeling, copyOf };
  });
  await rows.run(
    `UPDATE posts SET heard = given.heard, tongue = given.tongue, kind = given.kind, feeling = given.feeling,
       copyOf = given."copyOf"
     FROM json_to_recordset($1) AS given
       (key BIGINT, heard TEXT, tongue TEXT, kind TEXT, feeling TEXT, "copyOf" BIGINT)
     WHERE posts.key = given.key`,
    [JSON.stringify(values)],
  );
}

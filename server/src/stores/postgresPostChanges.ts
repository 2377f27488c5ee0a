import { fold } from "@palabre/shared/listening";
import type { BoardId, Engagement, Post, SourceId } from "@palabre/shared/terms";
import { z } from "zod";
import type { CountedAt, PostsUpdated, RecountLater } from "./postChanges.ts";
import type { PostgresDatabase, Rows } from "./postgresDatabase.ts";
import { ofBoard, sought } from "./postgresPostRows.ts";
import { toWords } from "./postgresQuery.ts";
import { factsOf, isKeepable, NOT_COUNTED, sameCounts, toKept, updated } from "./postRecords.ts";
import { POST_COLUMNS, toCountedAt, toPost } from "./postRows.ts";

const changingRow = z.object({ postKey: z.number(), isCounted: z.boolean() });
const textRow = z.object({ id: z.string(), text: z.string() });
const deletedRow = z.object({ key: z.number(), source: z.number() });

/** A post as it changes, several times perhaps in one call. */
interface Changing {
  readonly key: number;
  post: Post;
  /** whether it has a history of counts */
  isCounted: boolean;
  isChanged?: boolean;
  isSaidAnew?: boolean;
  /** by the time they were read; to be added to those it has */
  readonly counts: Map<number, Engagement>;
}

/** What becomes of posts after they were added: edited, counted again, gone. The contract is `PostStore`'s. */
export class PostgresPostChanges {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  async update(board: BoardId, posts: readonly Post[], at: number): Promise<PostsUpdated> {
    const given = posts.map(toKept);
    const none: PostsUpdated = { texts: [], facts: [] };
    return ofBoard(this.#db, board, none, async (rows, boardKey) => {
      const texts: Post[] = [];
      const facts: Post[] = [];
      const kept = await changingPosts(rows, boardKey, given);
      for (const post of given) {
        const changing = kept.get(post.id);
        if (changing?.post.source !== post.source) continue;
        const before = changing.post;
        const after = updated(before, post);
        if (after === undefined) continue;
        const isText = after.text !== before.text;
        (isText ? texts : facts).push(after);
        if (after.engagement) count(changing, before, after.engagement, at);
        changing.post = after;
        changing.isChanged = true;
        if (isText) changing.isSaidAnew = true;
      }
      const changed = [...kept.values()].filter(({ isChanged = false }) => isChanged);
      if (changed.length > 0) await keepChanged(rows, boardKey, changed);
      return { texts, facts };
    });
  }

  delete(board: BoardId, source: SourceId, ids: readonly string[]): Promise<number> {
    return ofBoard(this.#db, board, 0, async ({ all, run }, boardKey) => {
      const found = await all(
        `SELECT posts.key, posts.source FROM posts JOIN sources ON sources.key = posts.source
         WHERE posts.board = $1 AND sources.id = $2 AND posts.id = ANY ($3)`,
        [boardKey, source, ids.filter(isKeepable)],
      );
      const posts = found.map((row) => deletedRow.parse(row));
      const [first] = posts;
      if (!first) return 0;
      const keys = posts.map(({ key }) => key);
      await run("UPDATE posts SET copyOf = NULL WHERE copyOf = ANY ($1)", [keys]);
      await run("DELETE FROM folded WHERE post = ANY ($1)", [keys]);
      await run("DELETE FROM counts WHERE post = ANY ($1)", [keys]);
      await run("DELETE FROM posts WHERE key = ANY ($1)", [keys]);
      await run("UPDATE sources SET posts = posts - $2 WHERE key = $1", [first.source, keys.length]);
      return keys.length;
    });
  }

  textsOf(board: BoardId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return ofBoard(this.#db, board, new Map(), async ({ all }, boardKey) => {
      const rows = await all("SELECT id, text FROM posts WHERE board = $1 AND id = ANY ($2)", [
        boardKey,
        ids.filter(isKeepable),
      ]);
      return new Map(rows.map((row) => textRow.parse(row)).map(({ id, text }) => [id, text]));
    });
  }

  recountLater(board: BoardId, posts: readonly RecountLater[]): Promise<void> {
    return ofBoard(this.#db, board, undefined, async ({ run }, boardKey) => {
      // of what is said twice of a post, the last holds
      const given = [...new Map(posts.map((post) => [post.id, post])).values()].filter(({ id }) => isKeepable(id));
      await run(
        `UPDATE posts SET recountAt = given.at FROM json_to_recordset($1) AS given (id TEXT, at BIGINT)
         WHERE posts.board = $2 AND posts.id = given.id`,
        [JSON.stringify(given), boardKey],
      );
    });
  }

  dueRecounts(board: BoardId, source: SourceId, now: number, limit: number): Promise<readonly Post[]> {
    return ofBoard(this.#db, board, [], async ({ all }, boardKey) => {
      const due = await all(
        `SELECT ${POST_COLUMNS} FROM posts JOIN sources ON sources.key = posts.source
         WHERE sources.board = $1 AND sources.id = $2 AND recountAt <= $3 ORDER BY recountAt, posts.id LIMIT $4`,
        [boardKey, source, now, limit],
      );
      return due.map(toPost);
    });
  }

  countsOf(board: BoardId, id: string): Promise<readonly CountedAt[]> {
    return ofBoard(this.#db, board, [], async ({ all }, boardKey) => {
      const [row] = await all(`${CHANGING} AND posts.id = $2`, [boardKey, sought(id)]);
      if (row === undefined) return [];
      const { key, post, isCounted } = toChanging(row);
      // those it came with are in the post itself until they change
      if (!isCounted) return post.engagement ? [{ at: post.at, ...post.engagement }] : [];
      const counts = await all("SELECT at, react, comment, share, contribute FROM counts WHERE post = $1 ORDER BY at", [
        key,
      ]);
      return counts.map(toCountedAt);
    });
  }
}

const CHANGING = `SELECT posts.key AS "postKey", EXISTS (SELECT FROM counts WHERE post = posts.key) AS "isCounted",
  ${POST_COLUMNS} FROM posts JOIN sources ON sources.key = posts.source WHERE posts.board = $1`;

function toChanging(row: unknown): Changing {
  const { postKey, isCounted } = changingRow.parse(row);
  return { key: postKey, post: toPost(row), isCounted, counts: new Map() };
}

/** Those of the posts that are there, by id. */
async function changingPosts(rows: Rows, boardKey: number, posts: readonly Post[]): Promise<Map<string, Changing>> {
  const ids = posts.map(({ id }) => id);
  const found = await rows.all(`${CHANGING} AND posts.id = ANY ($2)`, [boardKey, ids]);
  const changing = found.map(toChanging);
  return new Map(changing.map((one) => [one.post.id, one]));
}

function count(changing: Changing, before: Post, after: Engagement, at: number): void {
  if (sameCounts(before.engagement, after)) return;
  if (before.engagement && !changing.isCounted) changing.counts.set(before.at, before.engagement);
  changing.counts.set(at, after);
  changing.isCounted = true;
}

async function keepChanged(rows: Rows, boardKey: number, changed: readonly Changing[]): Promise<void> {
  const posts = changed.map(({ key, post }) => {
    const { text, url, author, language } = post;
    return { key, text, url, author, language, facts: factsOf(post) };
  });
  await rows.run(
    `UPDATE posts SET text = given.text, url = given.url, author = given.author, language = given.language,
       facts = given.facts
     FROM json_to_recordset($1) AS given (key BIGINT, text TEXT, url TEXT, author TEXT, language TEXT, facts TEXT)
     WHERE posts.key = given.key`,
    [JSON.stringify(posts)],
  );
  await sayAnew(
    rows,
    boardKey,
    changed.filter(({ isSaidAnew = false }) => isSaidAnew),
  );
  const counts = changed.flatMap(({ key, counts: read }) =>
    [...read].map(([at, some]) => ({ post: key, at, ...some })),
  );
  await rows.run(
    `INSERT INTO counts (post, at, react, comment, share, contribute)
     SELECT post, at, COALESCE(react, $2), COALESCE(comment, $2), COALESCE(share, $2), COALESCE(contribute, $2)
     FROM json_to_recordset($1) AS given
       (post BIGINT, at BIGINT, react BIGINT, comment BIGINT, share BIGINT, contribute BIGINT)
     ON CONFLICT (post, at) DO UPDATE SET react = excluded.react, comment = excluded.comment, share = excluded.share,
       contribute = excluded.contribute`,
    [JSON.stringify(counts), NOT_COUNTED],
  );
}

/** Another text is read anew, and is perhaps a copy of something else; what repeated the old one stands for itself. */
async function sayAnew(rows: Rows, boardKey: number, posts: readonly Changing[]): Promise<void> {
  const folded = posts.map(({ key, post }) => {
    const text = fold(post.text);
    return { key, text, words: toWords(boardKey, text) };
  });
  const values = [JSON.stringify(folded)];
  await rows.run(
    "UPDATE posts SET copyOf = NULL FROM json_to_recordset($1) AS given (key BIGINT) WHERE posts.copyOf = given.key",
    values,
  );
  await rows.run(
    `UPDATE folded SET text = given.text, words = array_to_tsvector(string_to_array(given.words, ' '))
     FROM json_to_recordset($1) AS given (key BIGINT, text TEXT, words TEXT) WHERE folded.post = given.key`,
    values,
  );
  await rows.run(
    `UPDATE posts SET heard = NULL, tongue = '', kind = NULL, feeling = NULL, copyOf = NULL, theme = NULL
     FROM json_to_recordset($1) AS given (key BIGINT) WHERE posts.key = given.key`,
    values,
  );
}

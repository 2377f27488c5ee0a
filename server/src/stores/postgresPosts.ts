import { AppError } from "@palabre/shared/errors";
import { fold } from "@palabre/shared/listening";
import { sourceIdSchema, type BoardId, type Post, type SourceId } from "@palabre/shared/terms";
import { z } from "zod";
import { keysOf } from "./postKeys.ts";
import type { PostgresDatabase, Rows } from "./postgresDatabase.ts";
import { keptBy } from "./postgresKeepers.ts";
import { boardOf, meetBoard } from "./postgresPostRows.ts";
import { toWords } from "./postgresQuery.ts";
import { factsOf, toKept, toSourceRecord } from "./postRecords.ts";
import { toSource, toSourceStates } from "./postRows.ts";
import type { SourceChange, SourceRecord, SourceStates } from "./postStore.ts";

const sourceKeyRow = z.object({ key: z.number(), id: sourceIdSchema });
const idRow = z.object({ id: z.string() });

/** Sources, and posts as they come in. The contract is `PostStore`'s. */
export class PostgresPosts {
  readonly #db: PostgresDatabase;
  readonly #server: string | undefined;

  /** @param server  the one of several whose boards are meant where no board is named; undefined: all boards are */
  constructor(db: PostgresDatabase, server: string | undefined) {
    this.#db = db;
    this.#server = server;
  }

  async addSource(source: SourceRecord): Promise<void> {
    const record = toSourceRecord(source.board, source);
    await this.#db.inTransaction(async (rows) => {
      await meetBoard(rows, source.board);
      await rows.run(
        `INSERT INTO sources (board, id, addedAt, nextAt, record) SELECT key, $2, $3, $4, $5 FROM boards WHERE id = $1`,
        [source.board, record.id, record.addedAt, record.nextAt ?? null, JSON.stringify(record)],
      );
    });
  }

  changeSource(board: BoardId, id: SourceId, change: SourceChange): Promise<SourceRecord | undefined> {
    return this.#db.inTransaction(async (rows) => {
      const [row] = await rows.all(`${SOURCES} WHERE b.id = $1 AND s.id = $2`, [board, id]);
      if (row === undefined) return undefined;
      const after = toSourceRecord(board, { ...toSource(row), ...change });
      await rows.run(
        "UPDATE sources SET nextAt = $3, record = $4 WHERE board = (SELECT key FROM boards WHERE id = $1) AND id = $2",
        [board, id, after.nextAt ?? null, JSON.stringify(after)],
      );
      return after;
    });
  }

  deleteSource(board: BoardId, id: SourceId): Promise<void> {
    return this.#db.inTransaction(async (rows) => {
      const [source] = await sourcesOf(rows, board, [id]);
      if (!source) return;
      const posts = "SELECT key FROM posts WHERE source = $1";
      for (const statement of [
        `UPDATE posts SET copyOf = NULL WHERE copyOf IN (${posts})`,
        `DELETE FROM folded WHERE post IN (${posts})`,
        `DELETE FROM counts WHERE post IN (${posts})`,
        "DELETE FROM posts WHERE source = $1",
        "DELETE FROM sources WHERE key = $1",
      ]) {
        await rows.run(statement, [source.key]);
      }
    });
  }

  sources(board: BoardId): Promise<readonly SourceRecord[]> {
    return this.#db.inTransaction(async (rows) => {
      const sources = await rows.all(`${SOURCES} WHERE b.id = $1 ORDER BY s.addedAt, s.id`, [board]);
      return sources.map(toSource);
    });
  }

  dueSources(now: number, limit: number): Promise<readonly SourceRecord[]> {
    return this.#db.inTransaction(async (rows) => {
      const { where, values } = keptBy("b.id", this.#server, 3);
      const due = `${SOURCES} WHERE s.nextAt <= $1 AND ${where} ORDER BY s.nextAt, s.id LIMIT $2`;
      const sources = await rows.all(due, [now, limit, ...values]);
      return sources.map(toSource);
    });
  }

  cutSources(): Promise<readonly SourceRecord[]> {
    const { where, values } = keptBy("b.id", this.#server, 1);
    return this.#db.inTransaction(async (rows) => {
      const waiting = await rows.all(`${SOURCES} WHERE ${STATE} = 'waiting' AND ${where} ORDER BY s.id`, values);
      return waiting.map(toSource).filter(({ kind }) => kind === "csv");
    });
  }

  sourceStates(): Promise<SourceStates> {
    const { where, values } = keptBy("b.id", this.#server, 1);
    const states = `SELECT ${STATE} AS state, COUNT(*) AS sources
      FROM sources s JOIN boards b ON b.key = s.board WHERE ${where} GROUP BY 1`;
    return this.#db.inTransaction(async (rows) => toSourceStates(await rows.all(states, values)));
  }

  async addPosts(board: BoardId, posts: readonly Post[]): Promise<readonly Post[]> {
    const given = posts.map(toKept);
    if (given.length === 0) return [];
    return this.#db.inTransaction(async (rows) => {
      const keys = new Map<SourceId, number>();
      const ids = [...new Set(given.map(({ source }) => source))];
      for (const { key, id } of await sourcesOf(rows, board, ids)) keys.set(id, key);
      const missing = ids.find((id) => !keys.has(id));
      if (missing !== undefined) {
        throw new AppError("unknown-source", `There is no source ${missing}: add it first`);
      }
      const { key: boardKey, lastPost } = (await boardOf(rows, board)) ?? { key: 0, lastPost: 0 };
      const known = await idsOf(rows, boardKey, given);
      const added = given.filter(({ id }) => !known.has(id) && known.add(id));
      const firstKey = keysOf(boardKey).first + lastPost + 1;
      const kept = added.map((post, place) => ({ post, key: firstKey + place, source: keys.get(post.source) ?? 0 }));
      await keepPosts(rows, boardKey, kept);
      await rows.run("UPDATE boards SET lastPost = $2 WHERE key = $1", [boardKey, lastPost + added.length]);
      return added;
    });
  }
}

/**
 * Of a record, without reading all of it as JSON: of a name that was kept with half an emoji or NUL Postgres makes none, and no source would
 * be counted. The first is the record's own; inside of a text, quotes are escaped.
 */
const STATE = `substring(record FROM '"state":"([a-z]+)"')`;
const SOURCES = "SELECT b.id AS board, s.id, s.posts, s.record FROM sources s JOIN boards b ON b.key = s.board";

/** The keys of those sources that are there. */
async function sourcesOf(
  rows: Rows,
  board: BoardId,
  ids: readonly SourceId[],
): Promise<readonly z.output<typeof sourceKeyRow>[]> {
  const sources = await rows.all(
    "SELECT s.key, s.id FROM sources s JOIN boards b ON b.key = s.board WHERE b.id = $1 AND s.id = ANY ($2)",
    [board, ids],
  );
  return sources.map((row) => sourceKeyRow.parse(row));
}

/** Which of these posts the board has. */
async function idsOf(rows: Rows, boardKey: number, posts: readonly Post[]): Promise<Set<string>> {
  const ids = posts.map(({ id }) => id);
  const found = await rows.all("SELECT id FROM posts WHERE board = $1 AND id = ANY ($2)", [boardKey, ids]);
  return new Set(found.map((row) => idRow.parse(row).id));
}

async function keepPosts(
  rows: Rows,
  boardKey: number,
  posts: readonly { readonly post: Post; readonly key: number; readonly source: number }[],
): Promise<void> {
  const kept = posts.map(({ post, key, source }) => {
    const { id, at, text, url, author, language } = post;
    const folded = fold(text);
    const words = toWords(boardKey, folded);
    return { key, source, id, at, text, url, author, language, facts: factsOf(post), folded, words };
  });
  const values = [JSON.stringify(kept)];
  await rows.run(
    `INSERT INTO posts (key, board, source, id, at, text, url, author, language, facts)
     SELECT key, $2, source, id, at, text, url, author, language, facts FROM json_to_recordset($1) AS given
       (key BIGINT, source BIGINT, id TEXT, at BIGINT, text TEXT, url TEXT, author TEXT, language TEXT, facts TEXT)`,
    [...values, boardKey],
  );
  await rows.run(
    `INSERT INTO folded (post, text, words)
     SELECT key, folded, array_to_tsvector(string_to_array(words, ' '))
     FROM json_to_recordset($1) AS given (key BIGINT, folded TEXT, words TEXT)`,
    values,
  );
  await rows.run(
    `UPDATE sources SET posts = sources.posts + added.posts
     FROM (SELECT source, count(*) AS posts FROM json_to_recordset($1) AS given (source BIGINT) GROUP BY source) AS added
     WHERE sources.key = added.source`,
    values,
  );
}

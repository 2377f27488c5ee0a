import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import { BOARD_TABLES, type BoardTables, type MovedRow } from "./boardTables.ts";
import { openPostgresPostTables } from "./postgresPostTables.ts";
import { openPostgresTables } from "./postgresTables.ts";
import { POST_TABLES, type PostTableRow, type PostTables } from "./postTables.ts";
import { openSqliteTables } from "./sqliteBoardTables.ts";
import { openSqlitePostTables } from "./sqlitePostTables.ts";

/** So many rows of posts are in memory at a time. */
const BATCH_ROWS = 500;

export interface Moved {
  readonly boards: number;
  readonly posts: number;
  /** of all tables */
  readonly rows: number;
}

/**
 * Copies all boards from one place to the other, row by row, with all that is kept of them: history, sessions, drafts, papers,
 * quarantine, and sources with what they heard. What was copied is read back and compared before any of it is kept. The source stays
 * as it is. One board at a time is in memory.
 *
 * @param from data folder or address of a database; no server may work with it, nor with `to`. A folder may be without posts.
 * @param steps.onBoard told after each board
 * @param steps.last    when all is copied, and before boards are kept: where it fails, nothing is. `to` is held meanwhile, and `from` too
 * @returns how many boards, posts, and rows, were copied
 * @throws AppError `conflict` when there are boards or sources in `to` already; `store-failed` when one of them can't be opened, or is
 *   in use, and when what is read back is not what was written: then nothing is kept
 */
export async function moveBoards(
  from: string,
  to: string,
  steps: { readonly onBoard: (board: BoardId) => void; readonly last: () => Promise<void> },
): Promise<Moved> {
  const opened: { close(): Promise<void> }[] = [];
  const keep = <Tables extends { close(): Promise<void> } | undefined>(tables: Tables): Tables => {
    if (tables) opened.push(tables);
    return tables;
  };
  try {
    const source = {
      boards: keep(await openBoards(from, { isTarget: false })),
      posts: keep(await openPosts(from, { isTarget: false })),
    };
    const boards = keep(await openBoards(to, { isTarget: true }));
    const posts = keep(await openPosts(to, { isTarget: true }));
    if (!posts) throw new AppError("store-failed", "Posts can't be kept there: name another place");
    return await copy(source, { boards, posts }, steps);
  } finally {
    for (const tables of opened.toReversed()) await tables.close();
  }
}

/** `postgres://…` is a database, anything else a data folder. */
export const isDatabase = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);
const openBoards = (place: string, options: { readonly isTarget: boolean }): Promise<BoardTables> =>
  isDatabase(place) ? openPostgresTables(place) : openSqliteTables(place, options);
const openPosts = (place: string, options: { readonly isTarget: boolean }): Promise<PostTables | undefined> =>
  isDatabase(place) ? openPostgresPostTables(place) : openSqlitePostTables(place, options);

async function copy(
  source: { readonly boards: BoardTables; readonly posts: PostTables | undefined },
  target: { readonly boards: BoardTables; readonly posts: PostTables },
  { onBoard, last }: Parameters<typeof moveBoards>[2],
): Promise<Moved> {
  const [posts] = POST_TABLES;
  if ((await target.boards.boardIds()).length > 0) {
    throw new AppError("conflict", "There are boards where these were to be moved: name an empty place");
  }
  // all that is kept of posts refers to it
  if (posts && (await target.posts.read(posts, undefined, 1)).length > 0) {
    throw new AppError("conflict", "There are sources of boards where these were to be moved: name an empty place");
  }
  const boards = await source.boards.boardIds();
  let moved: Moved = { boards: boards.length, posts: 0, rows: 0 };
  let mayHavePosts = false;
  try {
    // two transactions: posts are kept once all boards are written and read back, and boards right after `last`
    await target.boards.writing(async (tables) => {
      const rows = await copyBoards(source.boards, tables, boards, onBoard);
      moved = { ...moved, rows };
      if (source.posts) {
        mayHavePosts = true;
        const copied = await copyPosts(source.posts, target.posts);
        moved = { ...moved, posts: copied.posts, rows: rows + copied.rows };
      }
      await last();
    });
  } catch (error) {
    if (mayHavePosts) await removePosts(target, error);
    throw error;
  }
  return moved;
}

/** Of posts without boards nobody would know, and the next try would be refused. Where the boards are kept after all, posts stay too. */
async function removePosts(
  { boards, posts }: { readonly boards: BoardTables; readonly posts: PostTables },
  error: unknown,
): Promise<void> {
  try {
    if ((await boards.boardIds()).length === 0) await posts.clear();
  } catch {
    // what went wrong first tells more
    throw new AppError(
      "store-failed",
      "Posts may be left there without their boards: empty that place, then try again",
      {
        cause: error,
      },
    );
  }
}

/** @returns how many rows */
async function copyBoards(
  source: BoardTables,
  { write, read }: Parameters<Parameters<BoardTables["writing"]>[0]>[0],
  boards: readonly BoardId[],
  onBoard: (board: BoardId) => void,
): Promise<number> {
  let rows = 0;
  for (const board of boards) {
    for (const table of BOARD_TABLES) {
      const found = await source.read(table, board);
      for (const row of found) await write(table, row);
      if (digestOf(await read(table, board)) !== digestOf(found)) {
        throw new AppError(
          "store-failed",
          `Board ${board} reads differently where it was copied to (${table}): nothing is kept`,
        );
      }
      rows += found.length;
    }
    onBoard(board);
  }
  return rows;
}

async function copyPosts(source: PostTables, target: PostTables): Promise<{ readonly posts: number; rows: number }> {
  const copied = { posts: 0, rows: 0 };
  await target.writing(async ({ write, read }) => {
    for (const table of POST_TABLES) {
      let last: PostTableRow | undefined;
      for (;;) {
        const rows = await source.read(table, last, BATCH_ROWS);
        if (rows.length === 0) break;
        await write(table, rows);
        if (!isDeepStrictEqual(await read(table, last, BATCH_ROWS), rows)) {
          throw new AppError(
            "store-failed",
            `Posts read differently where they were copied to (${table.name}): nothing is kept`,
          );
        }
        copied.rows += rows.length;
        if (table.name === "posts") copied.posts += rows.length;
        last = rows.at(-1);
      }
    }
  });
  return copied;
}

/** The same for the same rows in any order. */
function digestOf(rows: readonly MovedRow[]): string {
  const digests = rows.map((row) => {
    const hash = createHash("sha256");
    for (const [column, value] of Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const bytes = value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value));
      hash.update(`${column} ${typeof value} ${bytes.length} `).update(bytes);
    }
    return hash.digest("hex");
  });
  return digests.toSorted().join(" ");
}

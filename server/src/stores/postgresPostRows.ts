import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import type { PostgresDatabase, Rows } from "./postgresDatabase.ts";
import { isKeepable } from "./postRecords.ts";

const boardRow = z.object({ key: z.number(), lastPost: z.number() });

/** A board's key and the number of the post that was stored last on it. */
type KeptBoard = z.output<typeof boardRow>;

/** @returns undefined for a board that was never met */
export async function boardOf(rows: Rows, board: BoardId): Promise<KeptBoard | undefined> {
  const [found] = await rows.all(`SELECT key, lastPost AS "lastPost" FROM boards WHERE id = $1`, [board]);
  return boardRow.optional().parse(found);
}

/** @param none the answer for a board that was never met */
export function ofBoard<Answer>(
  db: PostgresDatabase,
  board: BoardId,
  none: Answer,
  work: (rows: Rows, boardKey: number) => Promise<Answer>,
): Promise<Answer> {
  return db.inTransaction(async (rows) => {
    const found = await boardOf(rows, board);
    return found ? work(rows, found.key) : none;
  });
}

/** Makes a board that is met for the first time; no key is used up where it is there, since they are not many (`postKeys.ts`). */
export async function meetBoard(rows: Rows, board: BoardId): Promise<void> {
  await rows.run("INSERT INTO boards (id) SELECT $1 WHERE NOT EXISTS (SELECT FROM boards WHERE id = $1)", [board]);
}

/** What to look for: null, which nothing equals, in the place of a text that Postgres refuses to be asked for and never kept. */
export const sought = <Asked extends string | number>(asked: Asked): Asked | null =>
  typeof asked === "string" && !isKeepable(asked) ? null : asked;

import { createHash } from "node:crypto";
import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import { BOARD_TABLES, type BoardTables, type MovedRow } from "./boardTables.ts";
import { openPostgresTables } from "./postgresTables.ts";
import { openSqliteTables } from "./sqliteBoardTables.ts";

/** `postgres://…` is a database, anything else a data folder. */
const open = (place: string, options: { readonly isTarget: boolean }): Promise<BoardTables> =>
  /^postgres(ql)?:\/\//.test(place) ? openPostgresTables(place) : openSqliteTables(place, options);

/**
 * Copies all boards from one place to the other, row by row, with all that is kept of them: history, sessions, drafts, papers, quarantine.
 * What was copied is read back and compared before any of it is kept. The source stays as it is. One board at a time is in memory.
 *
 * @param from data folder or address of a database; no server may work with it, nor with `to`
 * @param onBoard told after each board
 * @returns how many boards, and rows, were copied
 * @throws AppError `conflict` when there are boards in `to` already; `store-failed` when one of them can't be opened, or is in use, and when
 *   what is read back is not what was written: then nothing is kept
 */
export async function moveBoards(
  from: string,
  to: string,
  onBoard: (board: BoardId) => void = () => {},
): Promise<{ readonly boards: number; readonly rows: number }> {
  const source = await open(from, { isTarget: false });
  try {
    const target = await open(to, { isTarget: true });
    try {
      return await copy(source, target, onBoard);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copy(
  source: BoardTables,
  target: BoardTables,
  onBoard: (board: BoardId) => void,
): Promise<{ readonly boards: number; readonly rows: number }> {
  if ((await target.boardIds()).length > 0) {
    throw new AppError("conflict", "There are boards where these were to be moved: name an empty place");
  }
  const boards = await source.boardIds();
  let rows = 0;
  await target.writing(async ({ write, read }) => {
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
  });
  return { boards: boards.length, rows };
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

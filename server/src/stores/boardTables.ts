import type { BoardId } from "@palabre/shared/terms";
import type { z } from "zod";
import { anyRow, DRAFT_TABLES, SHARED_TABLES, type DocumentTables } from "./documentTables.ts";

/** The tables that hold boards, those that others refer to first. */
export const BOARD_TABLES: readonly string[] = [
  "boards",
  "sessions",
  "removals",
  "slides",
  "ideas",
  "clients",
  "changes",
  "versions",
  ...tablesOf(SHARED_TABLES),
  ...tablesOf(DRAFT_TABLES),
  "draftRounds",
  "ballots",
  "papers",
];

function tablesOf({ documents, updates, checkpoints, quarantine }: DocumentTables): readonly string[] {
  return [documents, updates, checkpoints, quarantine];
}

/** Which number quarantine gave a row is its own business. */
const NOT_MOVED = "key";
export const movedRow = anyRow.transform((row) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column !== NOT_MOVED)),
);
export type MovedRow = z.output<typeof movedRow>;

/** All rows of a board in a table. Those of quarantine come in the order in which they were set aside. */
export type ReadRows = (table: string, board: BoardId) => Promise<readonly MovedRow[]>;

/** Boards as rows, in a database that nobody else works with. Its tables and columns are the same in all databases. */
export interface BoardTables {
  boardIds(): Promise<readonly BoardId[]>;
  read: ReadRows;
  /** Runs `work` in one transaction, in which `read` gives what it wrote: that is there as a whole, or not at all. */
  writing(
    work: (tables: { write(table: string, row: MovedRow): Promise<void>; read: ReadRows }) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

/** The column by which a board's rows in a table are found. */
export const boardColumn = (table: string): string => (table === "boards" ? "id" : "board");
/** The end of the statement that reads a table. */
export const orderOf = (table: string): string => (/quarantine$/i.test(table) ? " ORDER BY key" : "");

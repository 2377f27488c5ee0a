import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import type { Database } from "./sqliteFile.ts";

const boardKeyRow = z.object({ key: z.number() });

/** The key of a board; undefined for one that was never met. */
export const boardKeyOf = (db: Database, board: BoardId): number | undefined =>
  boardKeyRow.optional().parse(db.prepare("SELECT key FROM boards WHERE id = ?").get(board))?.key;

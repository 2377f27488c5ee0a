import type { BoardDoc } from "@palabre/shared/documents";
import type { BoardId, DraftName } from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";

/** Reads a draft, which stays in memory meanwhile; an empty one when nobody wrote it. @throws AppError `store-failed`, `damaged-document` */
export async function readDraft<T>(
  rooms: Pick<Rooms, "hold">,
  board: BoardId,
  name: DraftName,
  read: (doc: BoardDoc) => T,
): Promise<T> {
  const held = await rooms.hold(board, name);
  try {
    // a draft is a document of cards
    return read(held.doc as BoardDoc);
  } finally {
    held.release();
  }
}

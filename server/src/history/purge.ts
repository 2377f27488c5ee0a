import { purgeTrash, type BoardDoc, type Purged } from "@palabre/shared/documents";
import type { BoardId } from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";

/** Things in one transaction: some tens of milliseconds on a large board, after which others have their turn. */
export const THINGS_AT_ONCE = 500;

/** Deletes from a live board what has been in its trash since `before`, in as many transactions as it takes. */
export async function purge(
  rooms: Pick<Rooms, "write">,
  board: BoardId,
  before: number,
  isSpared: (id: string) => boolean = () => false,
): Promise<Purged> {
  let [cards, links, comments] = [0, 0, 0];
  for (;;) {
    const part = await rooms.write(board, "board", (doc) =>
      // the name of a document says what it is
      purgeTrash(doc as BoardDoc, before, { isSpared, atMost: THINGS_AT_ONCE }),
    );
    cards += part.cards;
    links += part.links;
    comments += part.comments;
    if (Math.max(part.cards, part.links, part.comments) < THINGS_AT_ONCE) return { cards, links, comments };
  }
}

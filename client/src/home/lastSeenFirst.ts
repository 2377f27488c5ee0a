import type { BoardFacts } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";

/**
 * The boards with when they were last seen, last seen first. The server notes that at most once an hour; this device knows the moment, but
 * nothing of what else its person may have had open. The later of the two holds; both are of the server's clock.
 */
export const lastSeenFirst = (
  boards: readonly BoardFacts[],
  seenHere: (board: BoardId) => number | undefined,
): readonly BoardFacts[] =>
  boards
    .map((board) => ({ ...board, seenAt: Math.max(board.seenAt, seenHere(board.id) ?? 0) }))
    .sort((a, b) => b.seenAt - a.seenAt);

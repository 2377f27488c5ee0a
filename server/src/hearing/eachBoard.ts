import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";

/**
 * Does what is wanted for boards, one after the other: one that fails holds up no other. What is wanted meanwhile comes with the next run.
 *
 * @throws the last failure once all were tried; boards that failed are wanted again then, but for those of which a document is damaged
 */
export async function workOnEach(
  wanted: Set<BoardId>,
  work: (board: BoardId) => Promise<void>,
  { isClosed, onFailure }: { isClosed: () => boolean; onFailure: (board: BoardId, error: unknown) => void },
): Promise<void> {
  const boards = [...wanted];
  const failed: BoardId[] = [];
  let last: unknown;
  for (const board of boards) {
    if (isClosed()) return;
    wanted.delete(board);
    try {
      await work(board);
    } catch (error) {
      onFailure(board, error);
      // it stays damaged until the operator mends it: what comes next for the board asks again
      if (error instanceof AppError && error.code === "damaged-document") continue;
      failed.push(board);
      last = error;
    }
  }
  for (const board of failed) wanted.add(board);
  if (failed.length > 0) throw last;
}

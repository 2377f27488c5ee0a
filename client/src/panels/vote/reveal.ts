import type { BallotId } from "@palabre/shared/terms";
import { ballotsApi } from "../../api/index.ts";
import type { BoardState } from "../../state/index.ts";

const revealed = new WeakMap<BoardState, Set<BallotId>>();

/** Publishes a ballot, and notes that it was done here. @throws AppError as the server says */
export async function reveal(board: BoardState, id: BallotId): Promise<void> {
  const here = revealed.get(board) ?? new Set();
  revealed.set(board, here.add(id));
  await ballotsApi.publish(board.me.id, id);
}

/** Whether its result was revealed on this page: who did it needs no telling. */
export const isRevealedHere = (board: BoardState, id: BallotId): boolean => revealed.get(board)?.has(id) === true;

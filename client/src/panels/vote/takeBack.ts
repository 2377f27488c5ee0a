import { AppError } from "@palabre/shared/errors";
import type { OwnPaper } from "@palabre/shared/protocol";
import type { BallotId, BoardId } from "@palabre/shared/terms";
import type { ballotsApi } from "../../api/index.ts";

type Asked = Pick<typeof ballotsApi, "withdraw" | "paper">;

/** Takes one's paper back; what it resolves to counts still: the vote was closed before. */
export async function takeBack(api: Asked, board: BoardId, id: BallotId): Promise<OwnPaper | undefined> {
  try {
    await api.withdraw(board, id);
    return undefined;
  } catch (cause) {
    // it may be taken back all the same, its reply lost, or from another page
    if (cause instanceof AppError && cause.code === "closed") return api.paper(board, id);
    throw cause;
  }
}

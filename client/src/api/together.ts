import type { BoardId, PersonId } from "@palabre/shared/terms";
import { NOTHING, request } from "./request.ts";

const ask = (board: BoardId, path: string, json: unknown): Promise<void> =>
  request(new URL(`api/boards/${board}/${path}`, document.baseURI), NOTHING, { method: "PUT", json });

/** What those who are together on a board ask of the server; fetched with what asks it. All throw AppError: see `request`. */
export const together = {
  /** lets a participant look on only, or write again */
  setMuted: (board: BoardId, person: PersonId, muted: boolean): Promise<void> =>
    ask(board, `people/${person}/muted`, { muted }),
  /** sends a person off the board, or lets them back in */
  setRemoved: (board: BoardId, person: PersonId, removed: boolean): Promise<void> =>
    ask(board, `people/${person}/removed`, { removed }),
};

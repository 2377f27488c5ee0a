import type { BoardId, PersonId, Place } from "@palabre/shared/terms";
import { whatChangedSchema, type WhatChanged } from "@palabre/shared/protocol";
import { NOTHING, request, type RequestOptions } from "./request.ts";

const ask = (board: BoardId, path: string, options: RequestOptions): Promise<void> =>
  request(new URL(`api/boards/${board}/${path}`, document.baseURI), NOTHING, options);
const put = (board: BoardId, path: string, json: unknown): Promise<void> => ask(board, path, { method: "PUT", json });

/** What those who are together on a board ask of the server; fetched with what asks it. All throw AppError: see `request`. */
export const together = {
  /** lets a participant look on only, or write again */
  setMuted: (board: BoardId, person: PersonId, muted: boolean): Promise<void> =>
    put(board, `people/${person}/muted`, { muted }),
  /** sends a person off the board, or lets them back in */
  setRemoved: (board: BoardId, person: PersonId, removed: boolean): Promise<void> =>
    put(board, `people/${person}/removed`, { removed }),
  /** one's own, or as a facilitator anybody's */
  setHand: (board: BoardId, person: PersonId, raised: boolean): Promise<void> =>
    put(board, `people/${person}/hand`, { raised }),
  lowerHands: (board: BoardId): Promise<void> => ask(board, "hands", { method: "DELETE" }),
  /** asks whether all are ready, afresh, or ends the question */
  setReadyCheck: (board: BoardId, isOn: boolean): Promise<void> => put(board, "ready-check", { isOn }),
  setReady: (board: BoardId, isReady: boolean): Promise<void> => put(board, "me/ready", { isReady }),
  /** brings everybody to a part of the board */
  gather: (board: BoardId, place: Place): Promise<void> => put(board, "gathering", { place }),
  /** what was done on the board since a moment, by whom, newest first */
  whatChanged: (board: BoardId, since: number): Promise<WhatChanged> =>
    request(
      new URL(`api/boards/${board}/changes/summary?since=${Math.round(since)}`, document.baseURI),
      whatChangedSchema,
    ),
  setCursors: (board: BoardId, hidden: boolean): Promise<void> => put(board, "cursors", { hidden }),
};

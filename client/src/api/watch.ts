import {
  alertListSchema,
  savedSearchesSchema,
  voicesSchema,
  type AlertList,
  type SavedSearches,
  type SetAlerts,
  type SetVoices,
  type Voices,
} from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { NOTHING, request } from "./request.ts";

const at = (board: BoardId, path: string): URL => new URL(`api/boards/${board}/${path}`, document.baseURI);

/** What a board compares, and what it wants to be told of. All throw AppError: see `request`. */
export const watchApi = {
  voices: (board: BoardId, days: number): Promise<Voices> => request(at(board, `voices?days=${days}`), voicesSchema),
  setVoices: (board: BoardId, json: SetVoices): Promise<void> =>
    request(at(board, "voices"), NOTHING, { method: "PUT", json }),
  searches: (board: BoardId): Promise<SavedSearches> => request(at(board, "searches"), savedSearchesSchema),
  /** sets all of them */
  setSearches: (board: BoardId, json: SavedSearches): Promise<void> =>
    request(at(board, "searches"), NOTHING, { method: "PUT", json }),
  /** facilitators only, with the secret that webhooks are signed with */
  alerts: (board: BoardId): Promise<AlertList> => request(at(board, "alerts"), alertListSchema),
  /** sets all of them */
  setAlerts: (board: BoardId, json: SetAlerts): Promise<AlertList> =>
    request(at(board, "alerts"), alertListSchema, { method: "PUT", json }),
};

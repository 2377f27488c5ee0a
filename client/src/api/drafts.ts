import { revealedSchema, type OfDrafts, type Revealed } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { NOTHING, request } from "./request.ts";

/** What facilitators do with drafts. Both throw AppError: see `request`; both do nothing the second time. */
export interface DraftsApi {
  /** puts them on the board, or as many as it has room for */
  readonly reveal: (board: BoardId, drafts: OfDrafts) => Promise<Revealed>;
  readonly discard: (board: BoardId, drafts: OfDrafts) => Promise<void>;
}

const at = (path: string): URL => new URL(`api/${path}`, document.baseURI);

/** The server that this page came from. */
export const draftsApi: DraftsApi = {
  reveal: (board, json) => request(at(`boards/${board}/reveal`), revealedSchema, { method: "POST", json }),
  discard: (board, json) => request(at(`boards/${board}/drafts`), NOTHING, { method: "DELETE", json }),
};

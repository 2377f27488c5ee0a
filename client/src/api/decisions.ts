import { decisionSchema, type BoardId, type CardId, type DecisionFacts } from "@palabre/shared/terms";
import { NOTHING, request } from "./request.ts";

/** What facilitators record of cards. All throw AppError: see `request`. */
export interface DecisionsApi {
  readonly set: (board: BoardId, card: CardId, facts: DecisionFacts) => Promise<void>;
  readonly remove: (board: BoardId, card: CardId) => Promise<void>;
}

const at = (board: BoardId, card: CardId): URL => new URL(`api/boards/${board}/decisions/${card}`, document.baseURI);

/** The server that this page came from. */
export const decisionsApi: DecisionsApi = {
  set: async (board, card, json) => void (await request(at(board, card), decisionSchema, { method: "PUT", json })),
  remove: (board, card) => request(at(board, card), NOTHING, { method: "DELETE" }),
};

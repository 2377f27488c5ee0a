import {
  ideaSentSchema,
  joinedSchema,
  pocketViewSchema,
  sessionOpenedSchema,
  type Join,
  type Joined,
  type OpenSession,
  type PocketView,
  type IdeaSent,
  type SendIdea,
  type SessionOpened,
} from "@palabre/shared/protocol";
import type { BoardId, CardId, PersonId } from "@palabre/shared/terms";
import { NOTHING, readReply, request, unreachable } from "./request.ts";

/** What a phone asks and sends; light, so that the page of phones is. All throw AppError: see `request`. */
export interface PocketApi {
  readonly openSession: (board: BoardId, session: OpenSession) => Promise<SessionOpened>;
  readonly join: (join: Join) => Promise<Joined>;
  readonly view: (board: BoardId, signal?: AbortSignal) => Promise<PocketView>;
  /** server-sent events, until the line ends; `lastId`: of what was heard last */
  readonly events: (
    board: BoardId,
    lastId: string | undefined,
    signal: AbortSignal,
  ) => Promise<ReadableStream<Uint8Array>>;
  readonly sendIdea: (board: BoardId, idea: SendIdea, signal?: AbortSignal) => Promise<IdeaSent>;
  readonly react: (board: BoardId, card: CardId, reaction: string | null, signal?: AbortSignal) => Promise<void>;
  readonly raiseHand: (board: BoardId, person: PersonId, raised: boolean, signal?: AbortSignal) => Promise<void>;
  readonly beReady: (board: BoardId, isReady: boolean, signal?: AbortSignal) => Promise<void>;
  readonly rename: (board: BoardId, name: string, signal?: AbortSignal) => Promise<void>;
}

const at = (path: string): URL => new URL(`api/${path}`, document.baseURI);

/** The server that this page came from. */
export const pocketApi: PocketApi = {
  openSession: (board, json) => request(at(`boards/${board}/sessions`), sessionOpenedSchema, { method: "POST", json }),
  join: (json) => request(at("join"), joinedSchema, { method: "POST", json }),
  view: (board, signal) => request(at(`boards/${board}/pocket`), pocketViewSchema, { signal }),
  events: async (board, lastId, signal) => {
    const headers = { accept: "text/event-stream", ...(lastId === undefined ? {} : { "last-event-id": lastId }) };
    const response = await fetch(at(`boards/${board}/pocket/events`), { signal, headers }).catch((cause: unknown) => {
      throw unreachable(cause);
    });
    if (response.ok && response.body) return response.body;
    readReply({ status: response.status, text: await response.text().catch(() => "") }, NOTHING);
    throw unreachable(undefined);
  },
  sendIdea: (board, json, signal) =>
    request(at(`boards/${board}/ideas`), ideaSentSchema, { method: "POST", json, signal }),
  react: (board, card, reaction, signal) =>
    request(at(`boards/${board}/reactions/${card}`), NOTHING, { method: "PUT", json: { reaction }, signal }),
  raiseHand: (board, person, raised, signal) =>
    request(at(`boards/${board}/people/${person}/hand`), NOTHING, { method: "PUT", json: { raised }, signal }),
  beReady: (board, isReady, signal) =>
    request(at(`boards/${board}/me/ready`), NOTHING, { method: "PUT", json: { isReady }, signal }),
  rename: (board, name, signal) =>
    request(at(`boards/${board}/me`), NOTHING, { method: "PATCH", json: { name }, signal }),
};

import {
  agendaSetSchema,
  phaseReplySchema,
  serverTimeSchema,
  type ChangeTimer,
  type GoToPhase,
  type SetAgenda,
} from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { request, type Reader, type RequestOptions } from "./request.ts";

/** The commands of the agenda, and what they go by. All throw AppError: see `request`. */
export interface AgendaApi {
  readonly setAgenda: (board: BoardId, agenda: SetAgenda) => Promise<void>;
  readonly goToPhase: (board: BoardId, way: GoToPhase) => Promise<void>;
  readonly changeTimer: (board: BoardId, change: ChangeTimer) => Promise<void>;
  /** where the agenda is had as a file */
  readonly agendaFile: (board: BoardId) => string;
  /** epoch ms of the server's clock */
  readonly time: (signal?: AbortSignal) => Promise<number>;
}

const at = (path: string): URL => new URL(`api/${path}`, document.baseURI);
const ask = async (path: string, reader: Reader<unknown>, options: RequestOptions): Promise<void> =>
  void (await request(at(path), reader, options));

/** The server that this page came from. */
export const agendaApi: AgendaApi = {
  setAgenda: (board, json) => ask(`boards/${board}/agenda`, agendaSetSchema, { method: "PUT", json }),
  goToPhase: (board, json) => ask(`boards/${board}/phase`, phaseReplySchema, { method: "POST", json }),
  changeTimer: (board, json) => ask(`boards/${board}/timer`, phaseReplySchema, { method: "POST", json }),
  agendaFile: (board) => at(`boards/${board}/agenda.json`).href,
  time: async (signal) => (await request(at("time"), serverTimeSchema, { signal })).now,
};

import { AppError } from "@palabre/shared/errors";
import {
  ballotOpenedSchema,
  ownPaperSchema,
  paperGivenSchema,
  type OpenBallot,
  type OwnPaper,
  type PaperGiven,
} from "@palabre/shared/protocol";
import type { BallotId, BoardId, Paper } from "@palabre/shared/terms";
import { NOTHING, request } from "./request.ts";

/** What facilitators ask of ballots, and what each person does with their own paper. All throw AppError: see `request`. */
export interface BallotsApi {
  readonly open: (board: BoardId, ballot: OpenBallot) => Promise<BallotId>;
  readonly close: (board: BoardId, ballot: BallotId) => Promise<void>;
  readonly reopen: (board: BoardId, ballot: BallotId) => Promise<void>;
  readonly publish: (board: BoardId, ballot: BallotId) => Promise<void>;
  /** erases its papers */
  readonly cancel: (board: BoardId, ballot: BallotId) => Promise<void>;
  /** one's own paper; undefined while there is none */
  readonly paper: (board: BoardId, ballot: BallotId, signal?: AbortSignal) => Promise<OwnPaper | undefined>;
  readonly handIn: (board: BoardId, ballot: BallotId, paper: Paper, signal?: AbortSignal) => Promise<PaperGiven>;
  readonly withdraw: (board: BoardId, ballot: BallotId) => Promise<void>;
  /** where a published ballot is had as a file */
  readonly file: (board: BoardId, ballot: BallotId) => string;
}

const at = (board: BoardId, rest = ""): URL => new URL(`api/boards/${board}/ballots${rest}`, document.baseURI);

/** The server that this page came from. */
export const ballotsApi: BallotsApi = {
  open: async (board, json) => (await request(at(board), ballotOpenedSchema, { method: "POST", json })).id,
  close: (board, ballot) => request(at(board, `/${ballot}/close`), NOTHING, { method: "POST" }),
  reopen: (board, ballot) => request(at(board, `/${ballot}/reopen`), NOTHING, { method: "POST" }),
  publish: (board, ballot) => request(at(board, `/${ballot}/publish`), NOTHING, { method: "POST" }),
  cancel: (board, ballot) => request(at(board, `/${ballot}`), NOTHING, { method: "DELETE" }),
  paper: (board, ballot, signal) =>
    request(at(board, `/${ballot}/paper`), ownPaperSchema, { signal }).catch((fault: unknown) => {
      if (fault instanceof AppError && fault.code === "unknown-paper") return undefined;
      throw fault;
    }),
  handIn: (board, ballot, json, signal) =>
    request(at(board, `/${ballot}/paper`), paperGivenSchema, { method: "PUT", json, signal }),
  withdraw: (board, ballot) => request(at(board, `/${ballot}/paper`), NOTHING, { method: "DELETE" }),
  file: (board, ballot) => at(board, `/${ballot}.json`).href,
};

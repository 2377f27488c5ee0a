import {
  boardCreatedSchema,
  boardFactsSchema,
  boardListSchema,
  linksSchema,
  personUndoneSchema,
  postPageSchema,
  sessionOpenedSchema,
  sourceListSchema,
  sourceReadSchema,
  trashEmptiedSchema,
  versionFactsSchema,
  versionPageSchema,
  rulesNowSchema,
  type BoardCreated,
  type BoardFacts,
  type ChangeRules,
  type ChangeSource,
  type CreateBoard,
  type Links,
  type OpenSession,
  type PersonUndone,
  type PostPage,
  type PostQuery,
  type SessionOpened,
  type SetBudget,
  type SetSpotlight,
  type SourceRead,
  type TrashEmptied,
  type UndoPerson,
  type VersionFacts,
  type VersionPage,
} from "@palabre/shared/protocol";
import {
  boardComparisonSchema,
  sourceSchema,
  type BoardComparison,
  type BoardId,
  type PersonId,
  type Role,
  type Source,
  type SourceId,
  type VersionId,
} from "@palabre/shared/terms";
import { NOTHING, request, requestBytes, type RequestOptions } from "./request.ts";

/** The HTTP commands of the server, one method each. All throw AppError: see `request`. */
export interface Api {
  readonly createBoard: (board: CreateBoard) => Promise<BoardCreated>;
  /** the boards of this device, last seen first */
  readonly listBoards: (signal?: AbortSignal) => Promise<readonly BoardFacts[]>;
  readonly openSession: (board: BoardId, session: OpenSession) => Promise<SessionOpened>;
  readonly boardFacts: (board: BoardId, signal?: AbortSignal) => Promise<BoardFacts>;
  /**
   * The board as the server keeps it packed: one Yjs update, to be applied before the socket is opened, which brings what came since.
   * Opening a large board so costs the server nothing.
   */
  readonly fetchBoardBytes: (board: BoardId, signal?: AbortSignal) => Promise<Uint8Array>;
  readonly renameBoard: (board: BoardId, title: string) => Promise<BoardFacts>;
  readonly links: (board: BoardId, signal?: AbortSignal) => Promise<Links>;
  /** ends the link of a role, and the sessions of those who came by it; returns all links as they are now */
  readonly rotateLink: (board: BoardId, role: Role) => Promise<Links>;
  /** freezes, thaws, locks or unlocks; everybody sees it by the board itself */
  readonly changeRules: (board: BoardId, change: ChangeRules) => Promise<void>;
  readonly setBudget: (board: BoardId, budget: SetBudget) => Promise<void>;
  readonly setSpotlight: (board: BoardId, things: SetSpotlight) => Promise<void>;
  readonly dismissDamage: (board: BoardId) => Promise<void>;
  /** changes what this person is called on the board */
  readonly renameMe: (board: BoardId, name: string) => Promise<BoardFacts>;
  /** this device leaves the board; it comes back by a link only */
  readonly forget: (board: BoardId, options?: { readonly keepalive?: boolean }) => Promise<void>;
  readonly listSources: (board: BoardId, signal?: AbortSignal) => Promise<readonly Source[]>;
  readonly changeSource: (board: BoardId, source: SourceId, change: ChangeSource) => Promise<Source>;
  readonly removeSource: (board: BoardId, source: SourceId) => Promise<void>;
  /** reads the source now */
  readonly refreshSource: (board: BoardId, source: SourceId) => Promise<SourceRead>;
  /** newest first */
  readonly posts: (board: BoardId, filter?: PostQuery, signal?: AbortSignal) => Promise<PostPage>;
  /** newest first; `before` is the `next` of the page before */
  readonly versions: (board: BoardId, before?: VersionId, signal?: AbortSignal) => Promise<VersionPage>;
  readonly keepVersion: (board: BoardId, label: string) => Promise<VersionFacts>;
  /** the document of a version, to be looked at beside the board */
  readonly versionBytes: (board: BoardId, version: VersionId, signal?: AbortSignal) => Promise<Uint8Array>;
  /** what `to` has and says that the version has not, and the reverse */
  readonly compareVersion: (
    board: BoardId,
    version: VersionId,
    to: VersionId | "now",
    signal?: AbortSignal,
  ) => Promise<BoardComparison>;
  /** returns the version of what was there before */
  readonly restoreVersion: (board: BoardId, version: VersionId) => Promise<VersionFacts>;
  readonly dropVersion: (board: BoardId, version: VersionId) => Promise<void>;
  /** how many days versions are kept that nobody named */
  readonly keepHistoryFor: (board: BoardId, days: number) => Promise<BoardFacts>;
  readonly undoPerson: (board: BoardId, person: PersonId, undo: UndoPerson) => Promise<PersonUndone>;
  readonly emptyTrash: (board: BoardId) => Promise<TrashEmptied>;
}

/** @param base the address that the application lives under, with a slash at its end */
export const createApi = (base: () => string): Api => {
  const at = (path: string): URL => new URL(`api/${path}`, base());
  const ask = <Value>(
    path: string,
    reader: { parse: (reply: unknown) => Value },
    options?: RequestOptions,
  ): Promise<Value> => request(at(path), reader, options);
  return {
    createBoard: (json) => ask("boards", boardCreatedSchema, { method: "POST", json }),
    listBoards: async (signal) => (await ask("boards", boardListSchema, { signal })).boards,
    openSession: (board, json) => ask(`boards/${board}/sessions`, sessionOpenedSchema, { method: "POST", json }),
    boardFacts: (board, signal) => ask(`boards/${board}`, boardFactsSchema, { signal }),
    fetchBoardBytes: (board, signal) => requestBytes(at(`boards/${board}/board.bin?then=sync`), signal),
    renameBoard: (board, title) => ask(`boards/${board}`, boardFactsSchema, { method: "PATCH", json: { title } }),
    links: (board, signal) => ask(`boards/${board}/links`, linksSchema, { signal }),
    rotateLink: (board, role) => ask(`boards/${board}/links/${role}/rotate`, linksSchema, { method: "POST" }),
    changeRules: async (board, json) =>
      void (await ask(`boards/${board}/rules`, rulesNowSchema, { method: "PATCH", json })),
    setBudget: (board, json) => ask(`boards/${board}/budget`, NOTHING, { method: "PUT", json }),
    setSpotlight: (board, json) => ask(`boards/${board}/spotlight`, NOTHING, { method: "PUT", json }),
    dismissDamage: (board) => ask(`boards/${board}/notices/damage`, NOTHING, { method: "DELETE" }),
    renameMe: (board, name) => ask(`boards/${board}/me`, boardFactsSchema, { method: "PATCH", json: { name } }),
    forget: (board, { keepalive = false } = {}) =>
      ask(`boards/${board}/session`, NOTHING, { method: "DELETE", keepalive }),
    listSources: async (board, signal) => (await ask(`boards/${board}/sources`, sourceListSchema, { signal })).sources,
    changeSource: (board, source, json) =>
      ask(`boards/${board}/sources/${source}`, sourceSchema, { method: "PATCH", json }),
    removeSource: (board, source) => ask(`boards/${board}/sources/${source}`, NOTHING, { method: "DELETE" }),
    refreshSource: (board, source) =>
      ask(`boards/${board}/sources/${source}/refresh`, sourceReadSchema, { method: "POST" }),
    posts: (board, filter = {}, signal) => ask(`boards/${board}/posts${queryOf(filter)}`, postPageSchema, { signal }),
    versions: (board, before, signal) =>
      ask(`boards/${board}/versions${queryOf({ before })}`, versionPageSchema, { signal }),
    keepVersion: (board, label) =>
      ask(`boards/${board}/versions`, versionFactsSchema, { method: "POST", json: { label } }),
    versionBytes: (board, version, signal) => requestBytes(at(`boards/${board}/versions/${version}/board.bin`), signal),
    compareVersion: (board, version, to, signal) =>
      ask(`boards/${board}/versions/${version}/compare?with=${to}`, boardComparisonSchema, { signal }),
    restoreVersion: (board, version) =>
      ask(`boards/${board}/versions/${version}/restore`, versionFactsSchema, { method: "POST" }),
    dropVersion: (board, version) => ask(`boards/${board}/versions/${version}`, NOTHING, { method: "DELETE" }),
    keepHistoryFor: (board, historyDays) =>
      ask(`boards/${board}`, boardFactsSchema, { method: "PATCH", json: { historyDays } }),
    undoPerson: (board, person, json) =>
      ask(`boards/${board}/people/${person}/undo`, personUndoneSchema, { method: "POST", json }),
    emptyTrash: (board) => ask(`boards/${board}/trash/empty`, trashEmptiedSchema, { method: "POST" }),
  };
};

const queryOf = (filter: object): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? "" : `?${query.toString()}`;
};

/** The server that this page came from. */
export const api: Api = createApi(() => document.baseURI);

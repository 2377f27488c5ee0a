import type { ErrorCode } from "@palabre/shared/errors";
import {
  addFeedSchema,
  boardCreatedSchema,
  boardFactsSchema,
  boardListSchema,
  changeBoardSchema,
  changeMeSchema,
  changePageSchema,
  changeSourceSchema,
  createBoardSchema,
  keepVersionSchema,
  linksSchema,
  openSessionSchema,
  personUndoneSchema,
  postPageSchema,
  sessionOpenedSchema,
  sourceListSchema,
  sourceReadSchema,
  trashEmptiedSchema,
  undoPersonSchema,
  versionContentsSchema,
  versionFactsSchema,
  versionPageSchema,
} from "@palabre/shared/protocol";
import {
  boardComparisonSchema,
  boardIdSchema,
  personIdSchema,
  roleSchema,
  sourceIdSchema,
  sourceSchema,
  versionIdSchema,
} from "@palabre/shared/terms";
import { z } from "zod";

/** One route as its users see it: from this the API's description is made, and by this the mounted routes are checked. */
export interface RouteDescription {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** as Hono has it: `/api/boards/:id` */
  readonly path: string;
  readonly summary: string;
  /** whose session it asks for */
  readonly access: "anyone" | "device" | "person" | "facilitator";
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** a file that comes as multipart/form-data beside or in the place of the JSON body */
  readonly form?: z.ZodType;
  readonly status: 200 | 201 | 204;
  /** undefined = no body; "bytes" = application/octet-stream */
  readonly reply?: z.ZodType | "bytes";
  /** what can go wrong besides what can go wrong with any request of its kind */
  readonly problems: readonly ErrorCode[];
}

/** Bytes in a form, or in a reply. */
const fileSchema = z.string().meta({ format: "binary" });
const healthSchema = z.object({ status: z.literal("ok"), rooms: z.int(), connections: z.int() });

const sourceProblems = [
  "bad-address",
  "private-address",
  "unreachable",
  "source-status",
  "source-timeout",
  "source-too-large",
  "source-redirects",
  "not-a-feed",
] as const satisfies readonly ErrorCode[];

/** The parts of addresses, by name. */
export const PARAMETERS: Readonly<Record<string, z.ZodType>> = {
  id: boardIdSchema,
  role: roleSchema,
  source: sourceIdSchema,
  version: versionIdSchema,
  person: personIdSchema,
};

export const ROUTES = {
  health: {
    method: "GET",
    path: "/healthz",
    summary: "Answers once the store can be written",
    access: "anyone",
    status: 200,
    reply: healthSchema,
    problems: ["store-failed"],
  },
  description: {
    method: "GET",
    path: "/api/openapi.json",
    summary: "This description",
    access: "anyone",
    status: 200,
    reply: z.looseObject({ openapi: z.string() }),
    problems: [],
  },
  createBoard: {
    method: "POST",
    path: "/api/boards",
    summary: "Make a board, empty or from a template; the links are the only way in",
    access: "anyone",
    body: createBoardSchema,
    status: 201,
    reply: boardCreatedSchema,
    problems: ["too-many"],
  },
  boards: {
    method: "GET",
    path: "/api/boards",
    summary: "The boards that this device has opened, last seen first",
    access: "device",
    status: 200,
    reply: boardListSchema,
    problems: [],
  },
  board: {
    method: "GET",
    path: "/api/boards/:id",
    summary: "A board, and who one is on it",
    access: "person",
    status: 200,
    reply: boardFactsSchema,
    problems: [],
  },
  changeBoard: {
    method: "PATCH",
    path: "/api/boards/:id",
    summary: "Give a board another title, or say how many days its history is kept",
    access: "facilitator",
    body: changeBoardSchema,
    status: 200,
    reply: boardFactsSchema,
    problems: [],
  },
  boardBytes: {
    method: "GET",
    path: "/api/boards/:id/board.bin",
    summary:
      "The document `board` as one Yjs update; with ?then=sync, for who connects afterwards, as it was last packed",
    access: "person",
    status: 200,
    reply: "bytes",
    problems: ["damaged-document"],
  },
  links: {
    method: "GET",
    path: "/api/boards/:id/links",
    summary: "The board's three links, with their secrets",
    access: "facilitator",
    status: 200,
    reply: linksSchema,
    problems: [],
  },
  rotateLink: {
    method: "POST",
    path: "/api/boards/:id/links/:role/rotate",
    summary: "Make one link another one; who came by the old one is out at once, except who asks",
    access: "facilitator",
    status: 200,
    reply: linksSchema,
    problems: ["bad-request"],
  },
  openSession: {
    method: "POST",
    path: "/api/boards/:id/sessions",
    summary: "Trade a link's secret for a session: a cookie, or with `bearer` a value for the Authorization header",
    access: "anyone",
    body: openSessionSchema,
    status: 201,
    reply: sessionOpenedSchema,
    problems: ["unknown-board", "bad-secret", "too-many"],
  },
  forgetSession: {
    method: "DELETE",
    path: "/api/boards/:id/session",
    summary: "Forget a board on this device",
    access: "person",
    status: 204,
    problems: [],
  },
  changeMe: {
    method: "PATCH",
    path: "/api/boards/:id/me",
    summary: "Take another name on a board",
    access: "person",
    body: changeMeSchema,
    status: 200,
    reply: boardFactsSchema,
    problems: [],
  },
  sources: {
    method: "GET",
    path: "/api/boards/:id/sources",
    summary: "Where a board listens",
    access: "facilitator",
    status: 200,
    reply: sourceListSchema,
    problems: [],
  },
  addSource: {
    method: "POST",
    path: "/api/boards/:id/sources",
    summary: "Listen to a feed, or take over the posts of a CSV file",
    access: "facilitator",
    body: addFeedSchema,
    form: z.object({ kind: z.literal("csv"), file: fileSchema, name: z.string().optional() }),
    status: 201,
    reply: sourceReadSchema,
    problems: ["too-many-sources", ...sourceProblems, "not-a-csv", "csv-columns", "csv-empty"],
  },
  changeSource: {
    method: "PATCH",
    path: "/api/boards/:id/sources/:source",
    summary: "Rename a source, or look at it more or less often",
    access: "facilitator",
    body: changeSourceSchema,
    status: 200,
    reply: sourceSchema,
    problems: ["unknown-source"],
  },
  removeSource: {
    method: "DELETE",
    path: "/api/boards/:id/sources/:source",
    summary: "Stop listening to a source and drop its posts",
    access: "facilitator",
    status: 204,
    problems: ["unknown-source"],
  },
  refreshSource: {
    method: "POST",
    path: "/api/boards/:id/sources/:source/refresh",
    summary: "Look at a feed now",
    access: "facilitator",
    status: 200,
    reply: sourceReadSchema,
    problems: ["unknown-source", "too-many", ...sourceProblems],
  },
  posts: {
    method: "GET",
    path: "/api/boards/:id/posts",
    summary: "What was heard, newest first",
    access: "person",
    query: z.object({
      source: sourceIdSchema.optional(),
      query: z.string().optional(),
      before: z.string().optional(),
      limit: z.coerce.number().optional(),
    }),
    status: 200,
    reply: postPageSchema,
    problems: ["unknown-source"],
  },
  versions: {
    method: "GET",
    path: "/api/boards/:id/versions",
    summary: "The kept states of a board, newest first",
    access: "person",
    query: z.object({ before: versionIdSchema.optional(), limit: z.coerce.number().optional() }),
    status: 200,
    reply: versionPageSchema,
    problems: ["bad-request"],
  },
  keepVersion: {
    method: "POST",
    path: "/api/boards/:id/versions",
    summary: "Keep the board as it is now, under a name; it stays until it is dropped",
    access: "facilitator",
    body: keepVersionSchema,
    status: 201,
    reply: versionFactsSchema,
    problems: ["damaged-document"],
  },
  version: {
    method: "GET",
    path: "/api/boards/:id/versions/:version",
    summary: "A kept state of the board",
    access: "person",
    status: 200,
    reply: versionContentsSchema,
    problems: ["unknown-version", "damaged-document"],
  },
  versionBytes: {
    method: "GET",
    path: "/api/boards/:id/versions/:version/board.bin",
    summary: "A kept state of the document `board` as one Yjs update; not to be applied to the board itself",
    access: "person",
    status: 200,
    reply: "bytes",
    problems: ["unknown-version", "damaged-document"],
  },
  compareVersion: {
    method: "GET",
    path: "/api/boards/:id/versions/:version/compare",
    summary: "What another version, or the board as it is now, has that this version has not, and the reverse",
    access: "person",
    query: z.object({ with: z.union([z.literal("now"), versionIdSchema]).optional() }),
    status: 200,
    reply: boardComparisonSchema,
    problems: ["bad-request", "unknown-version", "damaged-document"],
  },
  restoreVersion: {
    method: "POST",
    path: "/api/boards/:id/versions/:version/restore",
    summary: "Bring the board back to a version by edits; answers with the version kept of what it was before",
    access: "facilitator",
    status: 200,
    reply: versionFactsSchema,
    problems: ["unknown-version", "damaged-document", "store-failed"],
  },
  dropVersion: {
    method: "DELETE",
    path: "/api/boards/:id/versions/:version",
    summary: "Drop a version that was kept by hand",
    access: "facilitator",
    status: 204,
    problems: ["unknown-version", "bad-request"],
  },
  changes: {
    method: "GET",
    path: "/api/boards/:id/changes",
    summary: "What was changed on the board, by whom, oldest first",
    access: "facilitator",
    query: z.object({
      person: personIdSchema.optional(),
      since: z.coerce.number().optional(),
      after: z.coerce.number().optional(),
      limit: z.coerce.number().optional(),
    }),
    status: 200,
    reply: changePageSchema,
    problems: ["bad-request"],
  },
  undoPerson: {
    method: "POST",
    path: "/api/boards/:id/people/:person/undo",
    summary: "Take back what a person did and nobody has changed since; with `isTry` only say what it would come to",
    access: "facilitator",
    body: undoPersonSchema,
    status: 200,
    reply: personUndoneSchema,
    problems: ["damaged-document", "store-failed"],
  },
  emptyTrash: {
    method: "POST",
    path: "/api/boards/:id/trash/empty",
    summary: "Delete for good what is in the trash now, with all that hangs on it",
    access: "facilitator",
    status: 200,
    reply: trashEmptiedSchema,
    problems: ["store-failed"],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

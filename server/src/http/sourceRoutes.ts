import type { ErrorCode } from "@palabre/shared/errors";
import {
  addSourceSchema,
  changeSourceSchema,
  countHistorySchema,
  csvEncodingSchema,
  csvPreviewSchema,
  csvSeparatorSchema,
  deliveredSchema,
  deliverySchema,
  sourceListSchema,
  sourceReadSchema,
} from "@palabre/shared/protocol";
import { sourceSchema } from "@palabre/shared/terms";
import { z } from "zod";
import type { RouteDescription } from "./routeDescription.ts";

/** Bytes in a form. */
const fileSchema = z.string().meta({ format: "binary" });

/** How a file is read, where somebody says so; what was chosen is remembered for files of the same columns. */
const csvForm = {
  columns: z.string().describe('JSON: the places of the columns, from 0: {"text":2,"date":0}').optional(),
  separator: z.optional(csvSeparatorSchema),
  encoding: z.optional(csvEncodingSchema),
};

const sourceProblems = [
  "bad-address",
  "private-address",
  "unreachable",
  "source-status",
  "source-timeout",
  "source-too-large",
  "source-redirects",
  "source-credentials",
  "source-busy",
  "source-answer",
  "not-a-feed",
] as const satisfies readonly ErrorCode[];

/** The routes of where a board listens. */
export const SOURCE_ROUTES = {
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
    summary:
      "Listen to a source of any kind, told apart by `kind`, or take over the posts of a CSV file. A `secret` is kept encrypted and given back to nobody",
    access: "facilitator",
    body: addSourceSchema,
    form: z.object({ kind: z.literal("csv"), ...csvForm, file: fileSchema, name: z.string().optional() }),
    status: 201,
    reply: sourceReadSchema,
    problems: ["too-many-sources", ...sourceProblems, "not-a-csv", "csv-columns", "csv-empty"],
  },
  previewCsv: {
    method: "POST",
    path: "/api/boards/:id/csv",
    summary: "The beginning of a CSV file: its columns, a few rows, and which column is what as far as that is known",
    access: "facilitator",
    form: z.object({ ...csvForm, file: fileSchema }),
    status: 200,
    reply: csvPreviewSchema,
    problems: ["bad-request", "not-a-csv", "csv-empty"],
  },
  changeSource: {
    method: "PATCH",
    path: "/api/boards/:id/sources/:source",
    summary: "Rename a source, look at it more or less often, give it another secret or take that away (null)",
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
    summary: "Look at a source now",
    access: "facilitator",
    status: 200,
    reply: sourceReadSchema,
    problems: ["unknown-source", "too-many", ...sourceProblems],
  },
  deliver: {
    method: "POST",
    path: "/api/boards/:id/sources/:source/hook",
    summary:
      "Hand over posts to a source of kind `webhook`: one, a list, or { posts }. Signed with its secret; 1 MB and 60 deliveries a minute at most. A post whose `id` is known adds nothing, a newer `editedAt` changes it, `deleted: true` takes it away",
    access: "anyone",
    headers: z.object({
      "X-Palabre-Timestamp": z.string().describe("seconds since 1970, at most 5 minutes from the server's clock"),
      "X-Palabre-Signature": z
        .string()
        .describe("`sha256=` and the HMAC-SHA256 of `<timestamp>.<body>` under the source's secret, in hex"),
    }),
    body: deliverySchema,
    status: 200,
    reply: deliveredSchema,
    problems: ["unknown-board", "unknown-source", "bad-signature", "too-many"],
  },
  counts: {
    method: "GET",
    path: "/api/boards/:id/counts",
    summary: "What people did with a post at its source, each time that changed, oldest first",
    access: "person",
    query: z.object({ post: z.string() }),
    status: 200,
    reply: countHistorySchema,
    problems: ["bad-request"],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

import { AppError, type ErrorCode } from "@palabre/shared/errors";
import type { Problem } from "@palabre/shared/protocol";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Log } from "../log.ts";

/**
 * The HTTP status of every code. What a source out there did wrong is 422 and not 502 or 504: proxies put pages of their own in
 * the place of those, and the code would not arrive.
 */
export const STATUS_OF: { readonly [Code in ErrorCode]: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 } = {
  "bad-request": 400,
  "body-too-large": 413,
  "not-json": 400,
  "wrong-origin": 403,
  "no-session": 401,
  forbidden: 403,
  removed: 403,
  "unknown-board": 404,
  "unknown-source": 404,
  "unknown-post": 404,
  "unknown-version": 404,
  "unknown-file": 404,
  "unknown-ballot": 404,
  "unknown-paper": 404,
  "unknown-route": 404,
  "bad-secret": 403,
  "bad-code": 403,
  "slide-closed": 403,
  waiting: 403,
  refused: 403,
  "too-many": 429,
  "too-many-codes": 429,
  conflict: 409,
  closed: 409,
  "too-many-sources": 409,
  "files-full": 409,
  "not-an-image": 422,
  "bad-address": 422,
  "private-address": 422,
  unreachable: 422,
  "source-status": 422,
  "source-timeout": 422,
  "source-too-large": 422,
  "source-redirects": 422,
  "source-credentials": 422,
  "source-busy": 422,
  "source-answer": 422,
  "bad-signature": 403,
  "wordless-query": 422,
  "not-a-feed": 422,
  "not-a-csv": 422,
  "not-an-agenda": 422,
  "csv-columns": 422,
  "csv-empty": 422,
  "damaged-document": 500,
  "store-failed": 503,
  internal: 500,
};

const TITLES: Readonly<Record<(typeof STATUS_OF)[ErrorCode], string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  413: "Content Too Large",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** Answers an error as RFC 9457 has it. What nobody foresaw is logged and told as `internal`, without its message. */
export function sendProblem(context: Context, error: unknown, log: Log): Response {
  const known = toAppError(error);
  if (STATUS_OF[known.code] >= 500)
    log.error({ error, method: context.req.method, route: context.req.path.split("?")[0] }, "a request failed");
  return replyProblem(context, known);
}

/** The answer alone, for what is no fault of the server's: nothing is logged. */
export function replyProblem(context: Context, known: AppError): Response {
  const status = STATUS_OF[known.code];
  const problem: Problem = {
    type: "about:blank",
    title: TITLES[status],
    status,
    code: known.code,
    detail: known.message,
    ...(Object.keys(known.details).length > 0 ? { details: known.details } : {}),
  };
  if (status === 429) context.header("Retry-After", "60");
  return context.body(JSON.stringify(problem), status, { "Content-Type": "application/problem+json" });
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.status < 500)
    return new AppError(error.status === 413 ? "body-too-large" : "bad-request", "the request is not as it must be", {
      cause: error,
    });
  return new AppError("internal", "something went wrong on the server: try again", { cause: error });
}

/**
 * The faults a caller can act on. Each has a code of a closed list; `http/problem.ts` on the server gives every code its HTTP
 * status, the client gives every code its sentence, in both languages. A message says what happened, with which value, and
 * what to do; it never holds a name, a card's text or a secret.
 */
export const ERROR_CODES = [
  "bad-request",
  "body-too-large",
  "not-json",
  "wrong-origin",
  "no-session",
  "forbidden",
  "removed",
  "unknown-board",
  "unknown-source",
  "unknown-post",
  "unknown-version",
  "unknown-file",
  "unknown-ballot",
  "unknown-paper",
  "unknown-route",
  "bad-secret",
  "bad-code",
  "slide-closed",
  "waiting",
  "refused",
  "too-many",
  "too-many-codes",
  "conflict",
  "closed",
  "too-many-sources",
  "files-full",
  "not-an-image",
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
  "bad-signature",
  "wordless-query",
  "not-a-feed",
  "not-a-csv",
  "not-an-agenda",
  "csv-columns",
  "csv-empty",
  "damaged-document",
  "store-failed",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Facts that the sentence about an error may need: plain numbers and short words, never personal text. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details ?? {};
  }
}

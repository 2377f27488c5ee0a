import { AppError, type ErrorCode } from "@palabre/shared/errors";

/** What heals by itself: it is asked or sent again. */
export const PASSING: ReadonlySet<ErrorCode> = new Set(["unreachable", "internal", "store-failed", "too-many"]);

/** What was caught, as a fault with a code: the API throws no other, the rest of the page might. */
export const toAppError = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError("internal", "something failed on this page: reload it", { cause });

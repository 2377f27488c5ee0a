import { AppError } from "@palabre/shared/errors";

/** What was caught, as a fault with a code: the API throws no other, the rest of the page might. */
export const toAppError = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError("internal", "something failed on this page: reload it", { cause });

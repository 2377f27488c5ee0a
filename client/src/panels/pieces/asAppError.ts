import { AppError } from "@palabre/shared/errors";

/** A caught fault as the page's own: anything else is a bug and goes on. */
export const asAppError = (cause: unknown): AppError => {
  if (cause instanceof AppError) return cause;
  throw cause;
};

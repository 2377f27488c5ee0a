import { AppError } from "@palabre/shared/errors";
import type { Log } from "../log.ts";

const REMEMBERED = 20;

/** A fault as an operator is shown it: when and of which kind. Its message stays in the log. */
export interface SeenError {
  /** epoch milliseconds */
  readonly at: number;
  readonly code: string;
}

export interface RecentErrors {
  /** The same log; the errors that go through it are remembered. */
  follow(log: Log): Log;
  /** Newest first. */
  latest(): readonly SeenError[];
}

/** @param seen called with the code of each error that is logged */
export function createRecentErrors(now: () => number, seen: (code: string) => void): RecentErrors {
  let errors: readonly SeenError[] = [];
  const follow = (log: Log): Log => ({
    debug: log.debug,
    info: log.info,
    warn: log.warn,
    error: (fields, message) => {
      const code = codeOf(fields.error);
      errors = [{ at: now(), code }, ...errors].slice(0, REMEMBERED);
      seen(code);
      log.error(fields, message);
    },
    child: (fields) => follow(log.child(fields)),
  });
  return { follow, latest: () => errors };
}

/** An AppError's code, or that of a fault of the system (`ENOSPC`); all others are one, since their words may be anybody's. */
function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[A-Z][A-Z\d_]{1,40}$/.test(code) ? code : "internal";
}

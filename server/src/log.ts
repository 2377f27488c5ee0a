import { AppError } from "@palabre/shared/errors";
import { pino } from "pino";

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a line may carry: ids, codes and figures. Anything else but `error` is left out. */
export interface LogFields {
  /** taken apart into its kind and place, since its message may quote what somebody sent */
  readonly error?: unknown;
  readonly [name: string]: unknown;
}

/** The only place that prints. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  child(fields: LogFields): Log;
}

/** @param to where lines go, one JSON object each; the standard output when not given */
export function createLog(level: LogLevel, to?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":${Date.now()}`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrap(to === undefined ? pino(options) : pino(options, to));
}

function wrap(logger: pino.Logger): Log {
  return {
    debug: (fields, message) => logger.debug(plain(fields), message),
    info: (fields, message) => logger.info(plain(fields), message),
    warn: (fields, message) => logger.warn(plain(fields), message),
    error: (fields, message) => logger.error(plain(fields), message),
    child: (fields) => wrap(logger.child(plain(fields))),
  };
}

type Plain = Record<string, string | number | boolean>;

function plain(fields: LogFields): Plain {
  const kept: Plain = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === "error") Object.assign(kept, errorFacts(value));
    else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") kept[name] = value;
  }
  return kept;
}

/** Postgres's classes of what is wrong with data, with what must hold between rows, and with a statement: each quotes what it got. */
const OF_VALUES = /^(22|23|42)[0-9A-Z]{3}$/;

/**
 * Kind, code and place of a fault and of what caused it. The message is kept of an AppError (it holds no personal text, by its
 * contract) and of a fault of the system (it has a `code`); a parser's message may quote its input and is left out, and so is what
 * Postgres says of values.
 */
function errorFacts(error: unknown, prefix = "error"): Plain {
  if (!(error instanceof Error)) return { [prefix]: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return {
    [prefix]: error.name,
    ...(code === undefined ? {} : { [`${prefix}Code`]: code }),
    ...(error instanceof AppError || (code !== undefined && !OF_VALUES.test(code))
      ? { [`${prefix}Message`]: error.message }
      : {}),
    ...(prefix === "error" ? { stack: frames.slice(0, 8).join("\n") } : {}),
    ...(error.cause === undefined || prefix !== "error" ? {} : errorFacts(error.cause, "cause")),
  };
}

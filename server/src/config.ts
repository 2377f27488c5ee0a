import { AppError } from "@palabre/shared/errors";
import { z } from "zod";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

/** All that a server is told from outside. Tests make one by hand; `main.ts` reads it from the environment. */
export interface Config {
  /** 0 = any free one */
  readonly port: number;
  readonly host: string | undefined;
  /** undefined = keep everything in memory, for tests and trials */
  readonly dataDir: string | undefined;
  /** of the Postgres that keeps the boards in the place of the data folder; it may hold a password */
  readonly databaseUrl: string | undefined;
  /** what people type, without the path: `https://palabre.example.org`; undefined = as each request says */
  readonly publicUrl: string | undefined;
  /** where the server lies below its address: "" or "/palabre" */
  readonly basePath: string;
  readonly logLevel: LogLevel;
  /** host:port of sources that may be read although their address is private */
  readonly fetchAllow: readonly string[];
  /** in the place of the key in the data folder */
  readonly secretKey: string | undefined;
  /** the operator's own service that compares themes across languages; undefined: there is none, and nothing is sent anywhere */
  readonly embeddings: { readonly url: string; readonly model: string; readonly key: string | undefined } | undefined;
  readonly limits: Limits;
  /** how many may be connected at once; a tab needs two to four */
  readonly connections: { readonly perAddress: number; readonly perProcess: number };
}

/** How often things may be asked for, a minute. A workshop sits behind one address: these are about machines, not about groups. */
export interface Limits {
  /** boards made from one address */
  readonly boardsPerMinute: number;
  /** sessions opened on one board */
  readonly sessionsPerMinute: number;
  /** links that opened nothing, from one address */
  readonly failuresPerMinute: number;
  /** wrong codes, from one network; ten times as many in all */
  readonly codesPerMinute: number;
}

/** Every variable with its default. */
const DEFAULTS = {
  PORT: "3000",
  DATA_DIR: "data",
  LOG_LEVEL: "info",
  FETCH_ALLOW: "",
  BOARDS_PER_MINUTE: "30",
  SESSIONS_PER_MINUTE: "300",
  FAILURES_PER_MINUTE: "20",
  CODES_PER_MINUTE: "60",
  CONNECTIONS_PER_ADDRESS: "2000",
  CONNECTIONS_PER_PROCESS: "4000",
} as const;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535),
  HOST: z.string().optional(),
  DATA_DIR: z.string(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must be an address such as postgres://palabre:password@localhost:5432/palabre",
    })
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://palabre.example.org" })
    .optional(),
  BASE_PATH: z
    .string()
    .regex(/^(\/[\w.~-]+)*\/?$/, "must be a path such as /palabre")
    .transform(withoutSlash)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`),
  FETCH_ALLOW: z
    .string()
    .transform((list) =>
      list
        .split(",")
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ""),
    )
    .pipe(
      z.array(
        z.string().regex(/^(\[[\da-fA-F:]+\]|[\w.-]+):\d+$/, "must be a list such as intranet.local:8080,10.0.0.5:80"),
      ),
    ),
  SECRET_KEY: z.string().min(32, "must have 32 characters or more: try `openssl rand -hex 32`").optional(),
  EMBEDDINGS_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as http://localhost:11434/api/embed" })
    .optional(),
  EMBEDDINGS_MODEL: z.string().max(100, "must have 100 characters at most").optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  BOARDS_PER_MINUTE: wholeNumber(1, 1_000_000),
  SESSIONS_PER_MINUTE: wholeNumber(1, 1_000_000),
  FAILURES_PER_MINUTE: wholeNumber(1, 1_000_000),
  CODES_PER_MINUTE: wholeNumber(1, 1_000_000),
  CONNECTIONS_PER_ADDRESS: wholeNumber(1, 1_000_000),
  CONNECTIONS_PER_PROCESS: wholeNumber(1, 1_000_000),
});

/**
 * Reads the environment; an empty variable counts as not set.
 * @throws AppError `bad-request` that names the variable and what it must be, never its value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  // to ignore it silently would let two servers write the same boards
  if (given["REDIS_URL"] !== undefined)
    throw new AppError(
      "bad-request",
      "REDIS_URL is set, which this build does not support: one server works with the boards, in DATA_DIR or in the database of DATABASE_URL. Unset it",
    );
  const parsed = environmentSchema.safeParse({ ...DEFAULTS, ...given });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError("bad-request", `${String(issue?.path[0])} ${issue?.message}`);
  }
  const { PORT, HOST, DATA_DIR, LOG_LEVEL, FETCH_ALLOW, SECRET_KEY, ...rest } = parsed.data;
  const address = rest.PUBLIC_URL === undefined ? undefined : new URL(rest.PUBLIC_URL);
  const publicPath = withoutSlash(address?.pathname ?? "");
  const basePath = rest.BASE_PATH ?? publicPath;
  if (publicPath !== "" && publicPath !== basePath)
    throw new AppError("bad-request", "BASE_PATH and the path of PUBLIC_URL are not the same: set one of them");
  const { EMBEDDINGS_URL: embeddingsUrl, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: embeddingsKey } = rest;
  if ((embeddingsUrl === undefined) !== (model === undefined))
    throw new AppError("bad-request", "EMBEDDINGS_URL and EMBEDDINGS_MODEL go together: set both, or none");
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: rest.DATABASE_URL,
    publicUrl: address?.origin,
    basePath,
    logLevel: LOG_LEVEL,
    fetchAllow: FETCH_ALLOW,
    secretKey: SECRET_KEY,
    embeddings:
      embeddingsUrl === undefined || model === undefined
        ? undefined
        : { url: embeddingsUrl, model, key: embeddingsKey },
    limits: {
      boardsPerMinute: rest.BOARDS_PER_MINUTE,
      sessionsPerMinute: rest.SESSIONS_PER_MINUTE,
      failuresPerMinute: rest.FAILURES_PER_MINUTE,
      codesPerMinute: rest.CODES_PER_MINUTE,
    },
    connections: { perAddress: rest.CONNECTIONS_PER_ADDRESS, perProcess: rest.CONNECTIONS_PER_PROCESS },
  };
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, "");
}

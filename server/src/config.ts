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
  /** of the Redis by which several servers that share the database hear of each other; undefined: this is the only one */
  readonly redisUrl: string | undefined;
  /** where the other servers reach this one, host:port; undefined: at its own address in their network */
  readonly serverAddress: string | undefined;
  /** what people type, without the path: `https://palabre.example.org`; undefined = as each request says */
  readonly publicUrl: string | undefined;
  /** where the server lies below its address: "" or "/palabre" */
  readonly basePath: string;
  readonly logLevel: LogLevel;
  /** host:port of sources that may be read although their address is private */
  readonly fetchAllow: readonly string[];
  /** in the place of the key in the data folder */
  readonly secretKey: string | undefined;
  /** what opens the metrics and the status page; undefined: they are not there */
  readonly operatorKey: string | undefined;
  /** the operator's own service that compares themes across languages; undefined: there is none, and nothing is sent anywhere */
  readonly embeddings: { readonly url: string; readonly model: string; readonly key: string | undefined } | undefined;
  /** how long the connections are given to leave, one after the other, before a stop */
  readonly drainMs: number;
  readonly limits: Limits;
  /** how many may be connected at once; a tab needs two to four */
  readonly connections: {
    /** of one person on one board */
    readonly perPerson: number;
    readonly perBoard: number;
    /** of those who came by one of a board's links */
    readonly perLink: number;
    readonly perAddress: number;
    readonly perProcess: number;
  };
  /** how much one connection may send before it is read more slowly, and under how many Yjs client ids its session may appear */
  readonly sending: {
    readonly messagesPerSecond: number;
    readonly bytesPerSecond: number;
    readonly clientIdsPerHour: number;
  };
  /** what a board may keep, and for how long */
  readonly boards: {
    /** of what is drawn and written, as one update */
    readonly bytes: number;
    readonly files: number;
    /** of all files of a board together */
    readonly fileBytes: number;
    /** of a new board: how long its change log and versions are kept */
    readonly historyDays: number;
    readonly trashDays: number;
    /** how long one that nobody uses stays in memory */
    readonly unloadAfterSeconds: number;
  };
}

/** How often things may be asked for, a minute. A workshop sits behind one address: these are about machines, not about groups. */
export interface Limits {
  /** boards made from one address */
  readonly boardsPerMinute: number;
  /** sessions opened by one link of a board */
  readonly sessionsPerMinute: number;
  /** links that opened nothing, from one address */
  readonly failuresPerMinute: number;
  /** wrong codes, from one network; ten times as many in all */
  readonly codesPerMinute: number;
}

/** Every variable that has a default. */
export const DEFAULTS = {
  PORT: "3000",
  DATA_DIR: "data",
  LOG_LEVEL: "info",
  FETCH_ALLOW: "",
  DRAIN_MS: "5000",
  BOARDS_PER_MINUTE: "30",
  SESSIONS_PER_MINUTE: "300",
  FAILURES_PER_MINUTE: "20",
  CODES_PER_MINUTE: "60",
  CONNECTIONS_PER_PERSON: "12",
  CONNECTIONS_PER_BOARD: "1000",
  CONNECTIONS_PER_LINK: "1000",
  CONNECTIONS_PER_ADDRESS: "2000",
  CONNECTIONS_PER_PROCESS: "4000",
  MESSAGES_PER_SECOND: "60",
  KILOBYTES_PER_SECOND: "512",
  CLIENT_IDS_PER_HOUR: "60",
  BOARD_MEGABYTES: "16",
  FILES_PER_BOARD: "1000",
  FILE_MEGABYTES_PER_BOARD: "200",
  HISTORY_DAYS: "365",
  TRASH_DAYS: "30",
  UNLOAD_AFTER_SECONDS: "30",
} as const;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

/** Below an address, as a browser hands it on: one with `..` in it never arrives, and other letters arrive as others. */
const PATH = /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)*\/?$/;
const isPlain = ({ username, password, search, hash }: URL) =>
  [username, password, search, hash].every((part) => !part);
const hostAndPort = (example: string) =>
  z
    .string()
    .regex(/^(\[[\da-fA-F:]+\]|[\w.-]+):\d+$/, example)
    .refine((entry) => Number(entry.split(":").at(-1)) <= 65_535, example);

const key = z.string().min(32, "must have 32 characters or more: try `openssl rand -hex 32`");

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
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: "must be an address such as redis://localhost:6379" }).optional(),
  SERVER_ADDRESS: hostAndPort("must be a host and a port such as 10.0.0.5:3000").optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://palabre.example.org", abort: true })
    .refine((address) => isPlain(new URL(address)), {
      error: "must be an address alone, without a user, a question or a fragment",
      abort: true,
    })
    .refine((address) => PATH.test(new URL(address).pathname), "must have a path such as /palabre, or none")
    .optional(),
  BASE_PATH: z.string().regex(PATH, "must be a path such as /palabre").transform(withoutSlash).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`),
  FETCH_ALLOW: z
    .string()
    .transform((list) =>
      list
        .split(",")
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ""),
    )
    .pipe(z.array(hostAndPort("must be a list such as intranet.local:8080,10.0.0.5:80"))),
  SECRET_KEY: key.optional(),
  OPERATOR_KEY: key.optional(),
  EMBEDDINGS_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as http://localhost:11434/api/embed" })
    .optional(),
  EMBEDDINGS_MODEL: z.string().max(100, "must have 100 characters at most").optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  DRAIN_MS: wholeNumber(0, 600_000),
  BOARDS_PER_MINUTE: wholeNumber(1, 1_000_000),
  SESSIONS_PER_MINUTE: wholeNumber(1, 1_000_000),
  FAILURES_PER_MINUTE: wholeNumber(1, 1_000_000),
  CODES_PER_MINUTE: wholeNumber(1, 1_000_000),
  // a page needs two to four
  CONNECTIONS_PER_PERSON: wholeNumber(4, 1_000),
  CONNECTIONS_PER_BOARD: wholeNumber(1, 1_000_000),
  CONNECTIONS_PER_LINK: wholeNumber(1, 1_000_000),
  CONNECTIONS_PER_ADDRESS: wholeNumber(1, 1_000_000),
  CONNECTIONS_PER_PROCESS: wholeNumber(1, 1_000_000),
  // a hand that draws makes twenty messages a second
  MESSAGES_PER_SECOND: wholeNumber(20, 10_000),
  KILOBYTES_PER_SECOND: wholeNumber(64, 1_048_576),
  CLIENT_IDS_PER_HOUR: wholeNumber(5, 100_000),
  // a board is held in memory whole, and is sent in one frame to who opens it
  BOARD_MEGABYTES: wholeNumber(1, 64),
  FILES_PER_BOARD: wholeNumber(0, 100_000),
  FILE_MEGABYTES_PER_BOARD: wholeNumber(0, 1_048_576),
  HISTORY_DAYS: wholeNumber(1, 36_500),
  TRASH_DAYS: wholeNumber(1, 36_500),
  UNLOAD_AFTER_SECONDS: wholeNumber(0, 86_400),
});
/** All that is read from the environment. */
export const VARIABLES: readonly string[] = Object.keys(environmentSchema.shape);
const KILOBYTE = 1_024;
const MEGABYTE = 1_048_576;

/**
 * Reads the environment; an empty variable counts as not set.
 * @throws AppError `bad-request` that names the variable and what it must be, never its value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSchema.safeParse({ ...DEFAULTS, ...given });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError("bad-request", `${String(issue?.path[0])} ${issue?.message}`);
  }
  const { PORT, HOST, DATA_DIR, LOG_LEVEL, FETCH_ALLOW, SECRET_KEY, OPERATOR_KEY, ...rest } = parsed.data;
  if (rest.REDIS_URL !== undefined && rest.DATABASE_URL === undefined)
    throw new AppError(
      "bad-request",
      "REDIS_URL is for servers that share a database: set DATABASE_URL too, or unset it",
    );
  if (rest.REDIS_URL !== undefined && PORT === 0 && rest.SERVER_ADDRESS === undefined)
    throw new AppError("bad-request", "PORT is 0, by which the other servers can't find this one: choose a port");
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
    redisUrl: rest.REDIS_URL,
    serverAddress: rest.SERVER_ADDRESS,
    publicUrl: address?.origin,
    basePath,
    logLevel: LOG_LEVEL,
    fetchAllow: FETCH_ALLOW,
    secretKey: SECRET_KEY,
    operatorKey: OPERATOR_KEY,
    embeddings:
      embeddingsUrl === undefined || model === undefined
        ? undefined
        : { url: embeddingsUrl, model, key: embeddingsKey },
    drainMs: rest.DRAIN_MS,
    limits: {
      boardsPerMinute: rest.BOARDS_PER_MINUTE,
      sessionsPerMinute: rest.SESSIONS_PER_MINUTE,
      failuresPerMinute: rest.FAILURES_PER_MINUTE,
      codesPerMinute: rest.CODES_PER_MINUTE,
    },
    connections: {
      perPerson: rest.CONNECTIONS_PER_PERSON,
      perBoard: rest.CONNECTIONS_PER_BOARD,
      perLink: rest.CONNECTIONS_PER_LINK,
      perAddress: rest.CONNECTIONS_PER_ADDRESS,
      perProcess: rest.CONNECTIONS_PER_PROCESS,
    },
    sending: {
      messagesPerSecond: rest.MESSAGES_PER_SECOND,
      bytesPerSecond: rest.KILOBYTES_PER_SECOND * KILOBYTE,
      clientIdsPerHour: rest.CLIENT_IDS_PER_HOUR,
    },
    boards: {
      bytes: rest.BOARD_MEGABYTES * MEGABYTE,
      files: rest.FILES_PER_BOARD,
      fileBytes: rest.FILE_MEGABYTES_PER_BOARD * MEGABYTE,
      historyDays: rest.HISTORY_DAYS,
      trashDays: rest.TRASH_DAYS,
      unloadAfterSeconds: rest.UNLOAD_AFTER_SECONDS,
    },
  };
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, "");
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  startServer as start,
  createLog,
  type Config,
  type StartedServer,
  type Surroundings,
} from "@palabre/server/start";
import { onTestFinished } from "vitest";

/** Where a server answers, in this process or in one of its own. */
export type ServerAddress = Pick<StartedServer, "url" | "port">;

export interface TestServer extends StartedServer {
  /** what was logged, one JSON object a line */
  readonly lines: readonly string[];
  /** the same server anew over the same data folder; the first one must be closed before */
  restart(): Promise<TestServer>;
}

/** `now` and the other parts of the outer world; `Config` for the rest. Boards stay in memory unless `dataDir` is given. */
export interface ServerOptions extends Partial<Config>, Omit<Surroundings, "log"> {}

const QUIET: Config = {
  port: 0,
  host: "127.0.0.1",
  dataDir: undefined,
  publicUrl: undefined,
  databaseUrl: undefined,
  redisUrl: undefined,
  serverAddress: undefined,
  basePath: "",
  logLevel: "debug",
  fetchAllow: [],
  secretKey: undefined,
  operatorKey: undefined,
  embeddings: undefined,
  drainMs: 0,
  limits: {
    boardsPerMinute: 1_000_000,
    sessionsPerMinute: 1_000_000,
    failuresPerMinute: 1_000_000,
    codesPerMinute: 1_000_000,
  },
  connections: { perPerson: 12, perBoard: 1_000, perLink: 1_000, perAddress: 1_000_000, perProcess: 1_000_000 },
  sending: { messagesPerSecond: 60, bytesPerSecond: 524_288, clientIdsPerHour: 60 },
  boards: {
    bytes: 16_777_216,
    files: 1_000,
    fileBytes: 209_715_200,
    historyDays: 365,
    trashDays: 30,
    unloadAfterSeconds: 30,
  },
};

/** The whole server on a free port. It is closed when the test ends. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const {
    now,
    wrapStore,
    rooms,
    pause,
    history,
    drafts,
    voices,
    ballots,
    forgetting,
    bodyPace,
    client = join(tmpdir(), "palabre-no-client"),
    ...config
  } = options;
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(line) });
  const server = await start(
    { ...QUIET, ...config },
    {
      log,
      client,
      ...(now ? { now } : {}),
      ...(wrapStore ? { wrapStore } : {}),
      ...(rooms ? { rooms } : {}),
      ...(pause ? { pause } : {}),
      ...(history ? { history } : {}),
      ...(drafts ? { drafts } : {}),
      ...(voices ? { voices } : {}),
      ...(ballots ? { ballots } : {}),
      ...(forgetting ? { forgetting } : {}),
      ...(bodyPace ? { bodyPace } : {}),
    },
  );
  onTestFinished(() => server.close());
  return { ...server, lines, restart: () => startServer(options) };
}

/** A folder of this test's own; gone when it ends. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palabre-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

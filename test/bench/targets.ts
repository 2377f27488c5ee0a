import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DatabaseSync } from "@photostructure/sqlite";
import type { BoardCreated, SessionOpened } from "@palabre/shared/protocol";
import type { PersonId } from "@palabre/shared/terms";
import { createDialect, type Dialect } from "./dialect.ts";

export const TARGETS = ["palabre", "ywss", "hocuspocus", "relay"] as const;
export type TargetName = (typeof TARGETS)[number];

/** A way into a room, for one client. */
export interface Seat {
  readonly path: string;
  readonly dialect: Dialect;
  /** who the server takes this client for; undefined where there are no persons */
  readonly person: PersonId | undefined;
  readonly session: string | undefined;
  /** of the server that this client comes to; undefined: there is one */
  readonly port?: number;
}

/** A server in a process of its own, over a folder of its own. */
export interface Target {
  readonly name: TargetName;
  readonly port: number;
  readonly pid: number;
  /** opens a new room with so many places */
  room(seats: number): Promise<Room>;
  /** milliseconds of CPU that the process has used, all its threads */
  cpuMs(): Promise<number>;
  diskBytes(): Promise<number>;
  /** bytes of it that are the change log and versions, for our server while it is not running */
  historyBytes(): Promise<number>;
  /** at once, as kill -9 does; `again` starts it over the same folder */
  kill(): Promise<void>;
  again(): Promise<void>;
  /** ends it and removes its folder */
  end(): Promise<void>;
}
export interface Room {
  readonly id: string;
  readonly seats: readonly Seat[];
  /** the session of who leads it; undefined where nobody does */
  readonly facilitator: string | undefined;
  /** another place in it */
  seat(): Promise<Seat>;
}

const built = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** a folder for V8's profiles of our server, for who looks into a figure */
const PROFILES = process.env["BENCH_PROFILES"];
/** from `dist`, where this file runs */
const PALABRE = built("../../../server/dist/main.js");

/** @param settings  of our server, beside those that every row has */
export async function startTarget(name: TargetName, settings: Readonly<Record<string, string>> = {}): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), `bench-${name}-`));
  const port = await freePort();
  let child: ChildProcess;
  const start = async () => {
    const entry = name === "palabre" ? PALABRE : built(`./peers/${name}.js`);
    const flags = PROFILES === undefined || name !== "palabre" ? [] : ["--cpu-prof", `--cpu-prof-dir=${PROFILES}`];
    child = spawn(process.execPath, [...flags, entry], {
      env: {
        PATH: process.env["PATH"] ?? "",
        HOST: "127.0.0.1",
        PORT: String(port),
        DATA_DIR: folder,
        YPERSISTENCE: folder,
        // a benchmark is many boards and people from one address
        BOARDS_PER_MINUTE: "1000000",
        SESSIONS_PER_MINUTE: "1000000",
        CONNECTIONS_PER_ADDRESS: "1000000",
        CONNECTIONS_PER_PROCESS: "1000000",
        ...settings,
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await untilListens(port, child);
  };
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    name,
    port,
    get pid() {
      return child.pid ?? 0;
    },
    room: (seats) => (name === "palabre" ? palabreRoom(seats, port) : plainRoom(name, seats)),
    cpuMs: () => cpuMs(child.pid ?? 0),
    diskBytes: () => sizeOf(folder),
    historyBytes: async () => {
      const file = join(folder, "boards.db");
      const before = await sizeOf(folder);
      const db = new DatabaseSync(file);
      const pageBytes = "SELECT coalesce(sum(pgsize), 0) AS bytes FROM dbstat WHERE name IN ('changes', 'versions')";
      const row = db.prepare(pageBytes).get();
      db.close();
      // to read it must not change what was measured before
      return Math.min(before, Number(row?.["bytes"] ?? 0));
    },
    kill: () => kill("SIGKILL"),
    again: start,
    end: async () => {
      await kill(PROFILES === undefined ? "SIGKILL" : "SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param ports  of the servers that share the board, to which clients come in turn */
export async function palabreRoom(seats: number, ...ports: readonly number[]): Promise<Room> {
  const [port] = ports;

  const ask = async <T>(path: string, body: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  };
  const { id, links } = await ask<BoardCreated>("/api/boards", { title: "Bench" });
  const comeIn = (link: string) =>
    ask<SessionOpened>(`/api/boards/${id}/sessions`, { secret: new URL(link).hash.slice(1), bearer: true });
  let given = -1;
  const seat = async (): Promise<Seat> => {
    const { person, session = "" } = await comeIn(links.participant);
    const at = ports[(given += 1) % ports.length];
    return {
      path: `/sync/${id}/board?session=${session}`,
      dialect: createDialect(undefined),
      person,
      session,
      ...(at !== undefined && { port: at }),
    };
  };
  const taken: Seat[] = [];
  for (let at = 0; at < seats; at += 1) taken.push(await seat());
  return { id, seats: taken, facilitator: (await comeIn(links.facilitator)).session, seat };
}

let rooms = 0;
function plainRoom(name: TargetName, seats: number): Promise<Room> {
  const id = `room-${process.pid}-${(rooms += 1)}`;
  const dialect = createDialect(name === "hocuspocus" ? id : undefined);
  const seat: Seat = { path: `/${id}`, dialect, person: undefined, session: undefined };
  const taken = Array.from({ length: seats }, () => seat);
  return Promise.resolve({ id, seats: taken, facilitator: undefined, seat: () => Promise.resolve(seat) });
}

/** Clock ticks are hundredths of a second on Linux. */
export async function cpuMs(pid: number): Promise<number> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map(async (file) => {
      // a database may take a file away meanwhile
      const found = await stat(join(folder, file)).catch(() => undefined);
      return found?.isFile() === true ? found.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      const port = typeof bound === "object" && bound !== null ? bound.port : 0;
      server.close(() => resolve(port));
    });
  });
}

export async function untilListens(port: number, child: ChildProcess): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answers = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(500) }).then(
      () => true,
      (error: unknown) => error instanceof Error && error.name === "TimeoutError",
    );
    if (answers) return;
    if (Date.now() > end) throw new Error("the server did not come up");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { WebSocket } from "ws";
import type { CheapSocket } from "../cheapSocket.ts";
import { joinRoom } from "../crowd.ts";
import type { Row } from "../row.ts";
import { startTarget, type Target } from "../targets.ts";

/** longer than our server keeps a document that nobody uses */
const UNLOADED_MS = 42_000;
const rest = () => new Promise((resolve) => setTimeout(resolve, UNLOADED_MS));

/** Many rooms with two idle clients each, then none. */
export const memory: Row = {
  name: "memory",
  targets: ["palabre", "ywss", "hocuspocus", "relay"],
  run: async (name, quick) => {
    const [warm, counted] = quick ? [50, 300] : [200, 1_000];
    const target = await startTarget(name);
    try {
      const inspector = await inspect(target.pid);
      const sockets: CheapSocket[] = [];
      const open = async (rooms: number) => {
        for (let at = 0; at < rooms; at += 1) {
          const { seats } = await target.room(2);
          for (const seat of seats) sockets.push(await joinRoom(target, seat));
        }
      };
      const evict = async (): Promise<Memory> => {
        for (const socket of sockets.splice(0)) socket.close();
        await rest();
        return inspector.memory();
      };
      // the first rooms pay for what is made once
      await open(warm);
      await rest();
      const before = await inspector.memory();
      await open(counted);
      // idle: what is read once when a room opens is gone by then
      await rest();
      const after = await inspector.memory();
      const perRoom = (from: Memory, to: Memory, of: "rss" | "heap") => (to[of] - from[of]) / counted / 1_024;
      const figures = { kbPerRoom: perRoom(before, after, "rss"), heapKbPerRoom: perRoom(before, after, "heap") };
      if (name !== "palabre" || quick) return figures;
      // and so do the first that go: what V8 compiles meanwhile is some megabytes, and no room's
      const first = await evict();
      await open(counted);
      return { ...figures, heapKbPerEvicted: perRoom(first, await evict(), "heap") };
    } finally {
      await target.end();
    }
  },
};

interface Memory {
  readonly rss: number;
  readonly heap: number;
}
interface Inspector {
  /** after a collection in each thread: bytes that the process holds, and those in use on and beside the V8 heap of the main one */
  memory(): Promise<Memory>;
}

/** Node opens its inspector when it gets SIGUSR1: the same way for every server, none is started differently. */
async function inspect(pid: Target["pid"]): Promise<Inspector> {
  process.kill(pid, "SIGUSR1");
  const url = await inspectorUrl(await inspectorPort(pid));
  const socket = new WebSocket(url);
  await once(socket, "open");
  let last = 0;
  const call = async (method: string, params: object = {}): Promise<{ result?: { value?: unknown } }> => {
    const id = (last += 1);
    const answered = new Promise<{ result?: { value?: unknown } }>((resolve) => {
      const listen = (data: Buffer) => {
        const answer = JSON.parse(data.toString()) as { id?: number; result: { result?: { value?: unknown } } };
        if (answer.id !== id) return;
        socket.off("message", listen);
        resolve(answer.result);
      };
      socket.on("message", listen);
    });
    socket.send(JSON.stringify({ id, method, params }));
    return answered;
  };
  const threads: string[] = [];
  socket.on("message", (data: Buffer) => {
    const told = JSON.parse(data.toString()) as { method?: string; params: { sessionId: string } };
    if (told.method === "NodeWorker.attachedToWorker") threads.push(told.params.sessionId);
  });
  await call("NodeWorker.enable", { waitForDebuggerOnStart: false });
  /** Resolves once the thread has answered. */
  const collectIn = async (sessionId: string): Promise<void> => {
    const id = (last += 1);
    const answered = new Promise<void>((resolve) => {
      const listen = (data: Buffer) => {
        const told = JSON.parse(data.toString()) as { params?: { sessionId?: string; message?: string } };
        const answer = JSON.parse(told.params?.message ?? "{}") as { id?: number };
        if (told.params?.sessionId !== sessionId || answer.id !== id) return;
        socket.off("message", listen);
        resolve();
      };
      socket.on("message", listen);
    });
    const message = JSON.stringify({ id, method: "HeapProfiler.collectGarbage" });
    await call("NodeWorker.sendMessageToWorker", { sessionId, message });
    return answered;
  };
  return {
    memory: async () => {
      for (let at = 0; at < 3; at += 1) {
        await call("HeapProfiler.collectGarbage");
        for (const thread of threads) await collectIn(thread);
      }
      const expression =
        "(() => { const m = process.memoryUsage(); return { rss: m.rss, heap: m.heapUsed + m.external }; })()";
      const { result } = await call("Runtime.evaluate", { expression, returnByValue: true });
      return result?.value as Memory;
    },
  };
}

/** The port on which the process listens besides its own: 9229, or the next. */
async function inspectorPort(pid: number): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const ports = await listening(pid);
    if (ports.includes(9_229)) return 9_229;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the inspector did not open: is port 9229 taken?");
}

async function listening(pid: number): Promise<readonly number[]> {
  const lines = (await readFile(`/proc/${pid}/net/tcp`, "utf8")).split("\n").slice(1);
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === "0A")
    .map((fields) => Number.parseInt(fields[1]?.split(":")[1] ?? "0", 16));
}

async function inspectorUrl(port: number): Promise<string> {
  const list = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { webSocketDebuggerUrl: string }[];
  const url = list[0]?.webSocketDebuggerUrl;
  if (url === undefined) throw new Error("the inspector has nothing to inspect");
  return url;
}

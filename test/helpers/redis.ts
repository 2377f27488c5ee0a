import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { freePort } from "./freePort.ts";
import { until } from "./until.ts";

/** Whether a Redis is installed on this machine; no package brings one. */
export const hasRedis: boolean = spawnSync("redis-server", ["--version"]).status === 0;

export interface TestRedis {
  readonly url: string;
  /** Ends it as `kill -9` does. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A real Redis that keeps nothing; it is ended when the test is. */
export async function openRedis(): Promise<TestRedis> {
  const port = await freePort();
  let server: ChildProcess | undefined;
  const stop = async () => {
    const ended = server?.exitCode === null ? once(server, "exit") : undefined;
    server?.kill("SIGKILL");
    await ended;
    server = undefined;
  };
  const start = async () => {
    let output = "";
    server = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
    server.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    await until(() => output.includes("Ready to accept connections"), "Redis to be ready");
  };
  onTestFinished(stop);
  await start();
  return { url: `redis://127.0.0.1:${port}`, stop, start };
}

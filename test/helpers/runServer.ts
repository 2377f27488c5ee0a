import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { ServerAddress } from "./startServer.ts";
import { until } from "./until.ts";

export const BUILT_SERVER: string = fileURLToPath(new URL("../../server/dist/main.js", import.meta.url));

export interface RunningServer extends ServerAddress {
  readonly pid: number;
  /** all that it printed */
  readonly output: () => string;
  /** resolves with the exit code, or the signal */
  readonly ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
}

export interface RunOptions {
  /** a module that is loaded into it before its own code, and may tell things by `process.send` */
  readonly preload?: { readonly path: string; readonly told: (message: unknown) => void };
}

/** The built server as people start it, as a process of its own. It is killed when the test ends. */
export async function runServer(
  environment: Record<string, string>,
  { preload }: RunOptions = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, [...(preload ? ["--import", preload.path] : []), BUILT_SERVER], {
    env: { PATH: process.env["PATH"] ?? "", HOST: "127.0.0.1", PORT: "0", DRAIN_MS: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe", ...(preload ? ["ipc" as const] : [])],
  });
  if (preload) child.on("message", preload.told);
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "exit").then(([code, signal]: (number | string | null)[]) => code ?? signal ?? "unknown");
  onTestFinished(() => void child.kill("SIGKILL"));
  const started = until(() => /"port":(\d+)/.exec(output)?.[1], "the line that says where it listens", 20_000);
  const failed = ended.then((code) => Promise.reject(new Error(`it ended with ${code}: ${output}`)));
  const port = Number(await Promise.race([started, failed]));
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    kill: (signal) => void child.kill(signal),
    port,
    url: `http://127.0.0.1:${port}`,
  };
}

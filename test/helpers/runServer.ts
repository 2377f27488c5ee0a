import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { ServerAddress } from "./startServer.ts";
import { until } from "./until.ts";

export const BUILT_SERVER: string = fileURLToPath(new URL("../../server/dist/main.js", import.meta.url));

export interface RunningServer extends ServerAddress {
  /** all that it printed */
  readonly output: () => string;
  /** resolves with the exit code, or the signal */
  readonly ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
}

/** The built server as people start it, as a process of its own. It is killed when the test ends. */
export async function runServer(environment: Record<string, string>): Promise<RunningServer> {
  const child = spawn(process.execPath, [BUILT_SERVER], {
    env: { PATH: process.env["PATH"] ?? "", HOST: "127.0.0.1", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "exit").then(([code, signal]: (number | string | null)[]) => code ?? signal ?? "unknown");
  onTestFinished(() => void child.kill("SIGKILL"));
  const started = until(() => /"port":(\d+)/.exec(output)?.[1], "the line that says where it listens", 20_000);
  const failed = ended.then((code) => Promise.reject(new Error(`it ended with ${code}: ${output}`)));
  const port = Number(await Promise.race([started, failed]));
  return {
    output: () => output,
    ended,
    kill: (signal) => void child.kill(signal),
    port,
    url: `http://127.0.0.1:${port}`,
  };
}

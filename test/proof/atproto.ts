import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { z } from "zod";
import { say } from "./results.ts";

/** Where the packages of the network are kept: 350 MB, which nobody else needs. */
const FOLDER = join(import.meta.dirname, "../../node_modules/.cache/atproto");
const MANIFEST = { name: "atproto", private: true, dependencies: { "@atproto/dev-env": "0.3.215" } };
/** One of its packages brings a library three times and loads the newest, which Node 20 can't. */
const WORKSPACE =
  "packages: []\npmOnFail: ignore\nstrictDepBuilds: false\noverrides:\n  undici_v8: npm:undici@7.30.2\n";
const INSTALL_MS = 600_000;

export interface AtprotoNetwork {
  readonly url: string;
  run<T>(command: object, reply: z.ZodType<T>): Promise<T>;
  close(): Promise<void>;
}

/** Starts the network; undefined, with the reason said, where its packages can't be installed. The first time takes minutes. */
export async function startAtproto(): Promise<AtprotoNetwork | undefined> {
  try {
    await install();
  } catch (error) {
    say(
      `@atproto/dev-env can't be installed here: ${error instanceof Error ? error.message.split("\n")[0] : "unknown"}`,
    );
    return undefined;
  }
  const script = join(import.meta.dirname, "atprotoNetwork.js");
  const child = spawn(process.execPath, [script, FOLDER], { stdio: ["pipe", "pipe", "inherit"] });
  const answers: ((line: string) => void)[] = [];
  const lines = createInterface({ input: child.stdout });
  // its servers write their logs there too
  lines.on("line", (line) => {
    if (line.startsWith("@@")) answers.shift()?.(line.slice(2));
  });
  const next = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error("the network has ended"));
      answers.push((line) => {
        child.off("exit", fail);
        resolve(JSON.parse(line));
      });
      child.once("exit", fail);
    });
  const { url } = z.object({ url: z.string() }).parse(await next());
  return {
    url,
    run: async (command, reply) => {
      const answer = next();
      child.stdin.write(`${JSON.stringify(command)}\n`);
      return reply.parse(await answer);
    },
    close: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end();
      await gone;
    },
  };
}

async function install(): Promise<void> {
  const run = promisify(execFile);
  const pnpm = (...args: string[]) =>
    run("npx", ["--yes", "pnpm@12.21.0", ...args], { cwd: FOLDER, timeout: INSTALL_MS, maxBuffer: 2 ** 26 });
  if (!existsSync(join(FOLDER, "node_modules/@atproto/dev-env"))) {
    say("installing @atproto/dev-env, once");
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, "package.json"), JSON.stringify(MANIFEST));
    await writeFile(join(FOLDER, "pnpm-workspace.yaml"), WORKSPACE);
    await pnpm("install", "--ignore-scripts", "--no-frozen-lockfile");
  }
  const { stdout } = await run("find", [
    join(FOLDER, "node_modules/.pnpm"),
    "-maxdepth",
    "3",
    "-name",
    "better-sqlite3",
  ]);
  const sqlite = stdout.split("\n").find((path) => path.endsWith("/node_modules/better-sqlite3")) ?? "";
  if (existsSync(join(sqlite, "build/Release/better_sqlite3.node"))) return;
  say("building its database, once: two minutes");
  // headers of this Node where they lie beside it, else they are downloaded
  const beside = dirname(dirname(process.execPath));
  const headers = existsSync(join(beside, "include/node/node.h")) ? ["--nodedir", beside] : [];
  await run("npx", ["--yes", "node-gyp", "rebuild", "--release", ...headers], {
    cwd: sqlite,
    timeout: INSTALL_MS,
    maxBuffer: 2 ** 26,
  });
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A command of an operator as people run it, once it was built. @returns its exit code and all that it printed */
export async function runCommand(
  name: "backup" | "restore",
  folder: string | undefined,
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly output: string }> {
  const path = fileURLToPath(new URL(`../../server/dist/${name}.js`, import.meta.url));
  const child = spawn(process.execPath, [path, ...(folder === undefined ? [] : [folder])], {
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: dataDir, ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, output };
}

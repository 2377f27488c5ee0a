import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COPIED = [
  "index.html",
  "pocket.html",
  "public",
  "src",
  "package.json",
  "tsconfig.json",
  "vite.config.ts",
  "fewFiles.ts",
  "firmImports.ts",
  "offlineShell.ts",
];

/**
 * Builds the pages anew from a copy of the client that has more files; it is gone when the test ends.
 * @param files by their path in `client/src`
 * @returns the folder of the built pages
 */
export async function clientWith(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "palabre-client-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const client = join(root, "client");
  await mkdir(client);
  await cp(join(ROOT, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  for (const name of COPIED) await cp(join(ROOT, "client", name), join(client, name), { recursive: true });
  for (const path of ["client/node_modules", "shared"]) await symlink(join(ROOT, path), join(root, path));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(client, "src", path)), { recursive: true });
    await writeFile(join(client, "src", path), text);
  }
  await promisify(execFile)(
    process.execPath,
    [join(client, "node_modules/vite/bin/vite.js"), "build", client, "--logLevel", "warn"],
    // that of the tests would build pages for developers
    { env: { ...process.env, NODE_ENV: "production" } },
  );
  return join(client, "dist");
}

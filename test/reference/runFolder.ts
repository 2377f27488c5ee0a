import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Method } from "./method.ts";
import { runCase, type Outcome } from "./runCase.ts";

/**
 * Runs every case of a folder and of those in it, sorted by name: every `*.json` but `index.json`.
 * @throws when the folder can't be read
 */
export async function runFolder(folder: string, methods: readonly Method[]): Promise<readonly Outcome[]> {
  const found = await readdir(folder, { recursive: true });
  const files = found
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /^(?!(.*\/)?index\.json$).*\.json$/.test(file));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const name = file.slice(0, -".json".length);
      try {
        return runCase(name, await readFile(join(folder, file), "utf8"), methods);
      } catch (error) {
        return { name, largest: undefined, differences: [`it can't be read: ${String(error)}`] };
      }
    }),
  );
}

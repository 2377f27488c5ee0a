import { join } from "node:path";
import { createDiskFiles } from "./diskFiles.ts";
import { FILE_LIMITS } from "@palabre/shared/terms";
import { createFiles, type FileLimits, type Files } from "./files.ts";
import type { FileStore } from "./fileStore.ts";
import { handOver } from "./handOver.ts";
import { createMemoryFiles } from "./memoryFiles.ts";

export type { Files } from "./files.ts";
export { moveFiles, mustReadFiles } from "./moveFiles.ts";

/**
 * @param dataDir undefined keeps files in memory, for as long as the process lives
 * @param limits  how many files a board may have, and how many bytes
 * @param shared  where several servers keep them, in the place of both; it gets what this data folder has from before
 */
export async function openFiles(
  dataDir: string | undefined,
  limits: Pick<FileLimits, "filesPerBoard" | "bytesPerBoard">,
  shared?: FileStore,
): Promise<Files> {
  const folder = dataDir === undefined ? undefined : join(dataDir, "files");
  if (shared && folder !== undefined) await handOver(folder, shared);
  const store = shared ?? (folder === undefined ? createMemoryFiles() : createDiskFiles(folder));
  return createFiles(store, { ...FILE_LIMITS, ...limits });
}

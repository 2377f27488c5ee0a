import { join } from "node:path";
import { createDiskFiles } from "./diskFiles.ts";
import { FILE_LIMITS } from "@palabre/shared/terms";
import { createFiles, type FileLimits, type Files } from "./files.ts";
import { createMemoryFiles } from "./memoryFiles.ts";

export type { Files } from "./files.ts";

/**
 * @param dataDir undefined keeps files in memory, for as long as the process lives
 * @param limits  how many files a board may have, and how many bytes
 */
export const openFiles = (
  dataDir: string | undefined,
  limits: Pick<FileLimits, "filesPerBoard" | "bytesPerBoard">,
): Files =>
  createFiles(dataDir === undefined ? createMemoryFiles() : createDiskFiles(join(dataDir, "files")), {
    ...FILE_LIMITS,
    ...limits,
  });

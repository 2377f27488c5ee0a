import { join } from "node:path";
import { createDiskFiles } from "./diskFiles.ts";
import { createFiles, type Files } from "./files.ts";
import { createMemoryFiles } from "./memoryFiles.ts";

export type { Files } from "./files.ts";

/** @param dataDir undefined keeps files in memory, for as long as the process lives */
export const openFiles = (dataDir: string | undefined): Files =>
  createFiles(dataDir === undefined ? createMemoryFiles() : createDiskFiles(join(dataDir, "files")));

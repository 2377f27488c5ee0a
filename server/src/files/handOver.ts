import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { boardIdSchema, fileNameSchema } from "@palabre/shared/terms";
import { createDiskFiles } from "./diskFiles.ts";
import type { FileStore } from "./fileStore.ts";

/** Keeps in `to` what a folder of boards' files has and `to` has not; the folder stays as it is. One file at a time is in memory. */
export async function handOver(folder: string, to: FileStore): Promise<void> {
  const from = createDiskFiles(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    const board = boardIdSchema.safeParse(name).data;
    if (board === undefined) continue;
    for (const file of await readdir(join(folder, board))) {
      if (!fileNameSchema.safeParse(file).success || (await to.has(board, file))) continue;
      const bytes = await from.read(board, file);
      if (bytes) await to.keep(board, file, bytes);
    }
  }
}

import { access, constants, readdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";
import { boardIdSchema, fileNameSchema, type BoardId } from "@palabre/shared/terms";
import { createDiskFiles } from "./diskFiles.ts";
import type { FileStore } from "./fileStore.ts";

/**
 * Keeps in `to` what a folder of boards' files has and `to` has not; the folder stays as it is. One file at a time is in memory.
 * @throws AppError `store-failed` when a part of the folder can't be read: then nothing was kept
 */
export async function handOver(folder: string, to: FileStore): Promise<void> {
  const from = createDiskFiles(folder);
  for (const { board, name } of await readableFiles(folder)) {
    if (await to.has(board, name)) continue;
    const bytes = await from.read(board, name);
    if (bytes) await to.keep(board, name, bytes);
  }
}

/**
 * The files of all boards in a folder, none where there is no such folder.
 * @throws AppError `store-failed` when the folder, or anything in it, can't be read: what can't be seen must not count as absent
 */
export async function readableFiles(
  folder: string,
): Promise<readonly { readonly board: BoardId; readonly name: string }[]> {
  const found: { readonly board: BoardId; readonly name: string }[] = [];
  for (const entry of await namesIn(folder)) {
    const board = boardIdSchema.safeParse(entry).data;
    if (board === undefined) continue;
    for (const name of await namesIn(join(folder, board))) {
      if (!fileNameSchema.safeParse(name).success) continue;
      await access(join(folder, board, name), constants.R_OK).catch(unreadable(join(folder, board, name)));
      found.push({ board, name });
    }
  }
  return found;
}

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    return unreadable(folder)(cause);
  });

const unreadable = (place: string) => (cause: unknown) => {
  throw new AppError("store-failed", `the images of boards can't be read: look at ${place} and its rights`, { cause });
};

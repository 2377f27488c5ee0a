import { join } from "node:path";
import { isDatabase, openSharedFiles } from "../stores/index.ts";
import { createDiskFiles } from "./diskFiles.ts";
import { handOver, readableFiles } from "./handOver.ts";

/**
 * Copies the files of boards from one place to the other, one at a time; what is there already stays, and so does what is copied.
 * @param from data folder or address of a database, like `to`; two of the same kind have nothing to move
 * @param options `isHeld`: this process holds the database already
 */
export async function moveFiles(from: string, to: string, options: { readonly isHeld?: boolean } = {}): Promise<void> {
  if (isDatabase(from) === isDatabase(to)) return;
  const shared = await openSharedFiles(isDatabase(from) ? from : to, options);
  try {
    if (isDatabase(to)) return await handOver(join(from, "files"), shared);
    const folder = createDiskFiles(join(to, "files"));
    for (const { board, name } of await shared.all()) {
      const bytes = await shared.read(board, name);
      if (bytes && !(await folder.has(board, name))) await folder.keep(board, name, bytes);
    }
  } finally {
    await shared.close();
  }
}

/**
 * Asked before a move: boards are written and read back first, which takes a while.
 * @param from data folder or address of a database
 * @throws AppError `store-failed` when a file of the folder can't be read
 */
export async function mustReadFiles(from: string): Promise<void> {
  if (!isDatabase(from)) await readableFiles(join(from, "files"));
}

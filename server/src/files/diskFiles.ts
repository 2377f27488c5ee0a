import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";
import { fileNameSchema, type BoardId } from "@palabre/shared/terms";
import type { FileStore, FilesKept } from "./fileStore.ts";

/** A folder for each board, in it a file for each name: copied with the data folder, and gone with the board's. */
export function createDiskFiles(folder: string): FileStore {
  const counts = new Map<BoardId, FilesKept>();
  // ids and names are letters, digits, `_` and `-` and one dot: no path is ever made of anything else
  const placeOf = (board: BoardId, name: string) => join(folder, board, fileNameSchema.parse(name));
  const count = async (board: BoardId): Promise<FilesKept> => {
    const known = counts.get(board);
    if (known) return known;
    const names = (await readdir(join(folder, board)).catch(nothingFound)) ?? [];
    let bytes = 0;
    let files = 0;
    for (const name of names.filter((each) => fileNameSchema.safeParse(each).success)) {
      bytes += (await stat(join(folder, board, name))).size;
      files += 1;
    }
    const counted = { files, bytes };
    counts.set(board, counted);
    return counted;
  };
  const has = async (board: BoardId, name: string) =>
    (await stat(placeOf(board, name)).catch(nothingFound)) !== undefined;
  return {
    kept: (board) => guarded(() => count(board)),
    has: (board, name) => guarded(() => has(board, name)),
    keep: (board, name, bytes) =>
      guarded(async () => {
        const place = placeOf(board, name);
        const before = await count(board);
        // what it may have to make is the data folder itself
        await mkdir(join(folder, board), { recursive: true, mode: 0o700 });
        const part = join(folder, board, `${randomUUID()}.part`);
        try {
          const file = await open(part, "wx");
          try {
            await file.writeFile(bytes);
            await file.sync();
          } finally {
            await file.close();
          }
          await rename(part, place);
        } catch (cause) {
          await rm(part, { force: true });
          throw cause;
        }
        counts.set(board, { files: before.files + 1, bytes: before.bytes + bytes.byteLength });
      }),
    read: (board, name) => guarded(async () => readFile(placeOf(board, name)).catch(nothingFound)),
  };
}

const nothingFound = (cause: unknown): undefined => {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
  throw cause;
};

async function guarded<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new AppError("store-failed", "a file could not be read or kept: look at DATA_DIR, its rights and its space", {
      cause,
    });
  }
}

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What is on its way into the folder of files has another ending, and is left out. */
const WHOLE_FILE = /^(.+)\.(?:png|jpg|gif|webp)$/;

/** An image of a board, in the folder of files. */
export interface ImageFile {
  readonly board: string;
  readonly name: string;
}

/** A folder for each board, in it its images; none where the folder is not there. */
export async function findImages(folder: string): Promise<readonly ImageFile[]> {
  const images: ImageFile[] = [];
  for (const board of await readdir(folder, { withFileTypes: true }).catch(notThere)) {
    if (!board.isDirectory()) continue;
    for (const name of await readdir(join(folder, board.name)))
      if (WHOLE_FILE.test(name)) images.push({ board: board.name, name });
  }
  return images;
}

/** How many of them hold something else than their names, which follow from their bytes, say. One is in memory at a time. */
export async function countDamaged(folder: string, images: readonly ImageFile[]): Promise<number> {
  let damaged = 0;
  for (const { board, name } of images) {
    const bytes = await readFile(join(folder, board, name));
    if (createHash("sha256").update(bytes).digest("hex") !== WHOLE_FILE.exec(name)?.[1]) damaged += 1;
  }
  return damaged;
}

const notThere = (error: unknown): [] => {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
  throw error;
};

import { createHash } from "node:crypto";
import { AppError } from "@palabre/shared/errors";
import { FILE_LIMITS, type BoardId } from "@palabre/shared/terms";
import type { FileStore } from "./fileStore.ts";
import { readImage } from "./imageFacts.ts";

/** What a board keeps beside its documents: images, each under a name that follows from its bytes. */
export interface Files {
  /**
   * Keeps an image. Calls for one board are to be made one after the other: what is kept is counted before.
   * @throws AppError `not-an-image`, `files-full`, `store-failed`
   */
  keep(
    board: BoardId,
    bytes: Buffer,
  ): Promise<{ readonly file: string; readonly width: number; readonly height: number }>;
  read(board: BoardId, name: string): Promise<Uint8Array | undefined>;
}

export type FileLimits = { readonly [Name in keyof typeof FILE_LIMITS]: number };

export function createFiles(store: FileStore, limits: FileLimits = FILE_LIMITS): Files {
  return {
    keep: async (board, bytes) => {
      const facts = readImage(bytes);
      if (!facts) throw notAnImage("type");
      const { type, width, height } = facts;
      if (width > limits.sidePx || height > limits.sidePx || width * height > limits.pixels) throw notAnImage("pixels");
      const file = `${createHash("sha256").update(bytes).digest("hex")}.${type}`;
      if (!(await store.has(board, file))) {
        const kept = await store.kept(board);
        if (kept.files >= limits.filesPerBoard || kept.bytes + bytes.byteLength > limits.bytesPerBoard)
          throw new AppError("files-full", "the files of this board take all the room that it has: use a smaller one");
        await store.keep(board, file, bytes);
      }
      return { file, width, height };
    },
    read: (board, name) => store.read(board, name),
  };
}

const notAnImage = (problem: string): AppError =>
  new AppError("not-an-image", "this file is no PNG, JPEG, GIF or WebP image of a usual size: send another one", {
    details: { problem },
  });

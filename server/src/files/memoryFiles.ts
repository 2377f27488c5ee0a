import type { BoardId } from "@palabre/shared/terms";
import type { FileStore } from "./fileStore.ts";

/** For as long as the process lives. */
export function createMemoryFiles(): FileStore {
  const boards = new Map<BoardId, Map<string, Uint8Array>>();
  return {
    kept: async (board) => {
      const files = [...(boards.get(board)?.values() ?? [])];
      return { files: files.length, bytes: files.reduce((sum, { byteLength }) => sum + byteLength, 0) };
    },
    has: async (board, name) => boards.get(board)?.has(name) === true,
    keep: async (board, name, bytes) => {
      const files = boards.get(board) ?? new Map<string, Uint8Array>();
      boards.set(board, files.set(name, Uint8Array.from(bytes)));
    },
    read: async (board, name) => boards.get(board)?.get(name),
  };
}

import type { BoardId } from "@palabre/shared/terms";

/** How much a board keeps. */
export interface FilesKept {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Files of boards, by name. A name follows from the bytes, so that the same file is kept once and never changes.
 *
 * - When `keep` resolves, the file is on the disk under its whole name, or was there before; a file that was written in part is never found.
 * - One board's files are no other's.
 */
export interface FileStore {
  kept(board: BoardId): Promise<FilesKept>;
  has(board: BoardId, name: string): Promise<boolean>;
  keep(board: BoardId, name: string, bytes: Uint8Array): Promise<void>;
  read(board: BoardId, name: string): Promise<Uint8Array | undefined>;
}

import { fileKeptSchema, type FileKept } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { requestBytes } from "./request.ts";
import { upload, type UploadOptions } from "./upload.ts";

const filesOf = (board: BoardId): string => `api/boards/${board}/files`;

/** Where an image of a board is to be had, by those who are on it. */
export const fileAddress = (board: BoardId, file: string): string =>
  new URL(`${filesOf(board)}/${file}`, document.baseURI).href;

/** An image of a board that this device may see, as it was kept. Throws AppError: see `request`. */
export const fetchFile = async (board: BoardId, file: string): Promise<Blob> =>
  new Blob([new Uint8Array(await requestBytes(new URL(fileAddress(board, file))))]);

/** Has the server keep an image. Throws AppError: see `request`. */
export const keepFile = (board: BoardId, file: Blob, options?: UploadOptions): Promise<FileKept> => {
  const form = new FormData();
  form.set("file", file);
  return upload(new URL(filesOf(board), document.baseURI), form, fileKeptSchema, options);
};

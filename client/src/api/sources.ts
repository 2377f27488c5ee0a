import {
  csvPreviewSchema,
  sourceReadSchema,
  type AddSource,
  type CsvForm,
  type CsvPreview,
  type SourceRead,
} from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { request } from "./request.ts";
import { upload, type UploadOptions } from "./upload.ts";

/** Bytes of a file by which its columns are known: a preview needs no more of it. */
const HEAD_BYTES = 64 * 1024;

/** How sources are added. All throw AppError: see `request`. */
export interface SourcesApi {
  /** adds a source of any kind and reads it once before it answers */
  readonly add: (board: BoardId, source: AddSource) => Promise<SourceRead>;
  /** the columns of a file of posts and its first rows; only its beginning is sent */
  readonly previewCsv: (board: BoardId, file: File, form?: CsvForm) => Promise<CsvPreview>;
  readonly addCsv: (
    board: BoardId,
    csv: { readonly file: File; readonly name?: string | undefined; readonly form?: CsvForm | undefined },
    options?: UploadOptions,
  ) => Promise<SourceRead>;
}

const at = (path: string): URL => new URL(`api/${path}`, document.baseURI);

/** The server that this page came from. */
export const sourcesApi: SourcesApi = {
  add: (board, json) => request(at(`boards/${board}/sources`), sourceReadSchema, { method: "POST", json }),
  previewCsv: (board, file, form) =>
    upload(at(`boards/${board}/csv`), toForm(form, new File([file.slice(0, HEAD_BYTES)], file.name)), csvPreviewSchema),
  addCsv: (board, { file, name, form }, options) =>
    upload(
      at(`boards/${board}/sources`),
      toForm(form, file, { kind: "csv", ...(name === undefined ? {} : { name }) }),
      sourceReadSchema,
      options,
    ),
};

/** What says how the file is read goes before it: it is read as it comes. */
function toForm(
  { columns, separator, encoding }: CsvForm = {},
  file: File,
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (columns) form.set("columns", JSON.stringify(columns));
  if (separator !== undefined) form.set("separator", separator);
  if (encoding !== undefined) form.set("encoding", encoding);
  form.set("file", file);
  return form;
}

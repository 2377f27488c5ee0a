import type { CsvForm, CsvPreview } from "@palabre/shared/protocol";
import { readHead, type CsvHead } from "./csvShape.ts";
import { createStreamDecoder } from "./encoding.ts";

/** Bytes of a file by which its form is found out. */
const HEAD_BYTES = 64 * 1024;
const SHOWN = { rows: 5, columns: 200, characters: 200 } as const;

/** The first lines of a file, as a facilitator needs them to say which column is what. @throws AppError `not-a-csv`, `csv-empty` */
export async function readCsvHead(bytes: AsyncIterable<Uint8Array>, form: CsvForm): Promise<CsvHead> {
  const decoder = createStreamDecoder(form.encoding);
  let text = "";
  let size = 0;
  for await (const chunk of bytes) {
    text += decoder.write(chunk.subarray(0, HEAD_BYTES - size));
    size += chunk.byteLength;
    if (size >= HEAD_BYTES) break;
  }
  text = (text + decoder.end()).replaceAll(/[\r\n]+/g, "\n");
  // the last line of a part is cut
  const end = size >= HEAD_BYTES ? text.lastIndexOf("\n") : -1;
  return readHead(end > 0 ? text.slice(0, end + 1) : `${text}\n`, form.separator);
}

export function toPreview(head: CsvHead, remembered: CsvPreview["columns"] | undefined): CsvPreview {
  const cut = (fields: readonly string[]): readonly string[] =>
    fields.slice(0, SHOWN.columns).map((field) =>
      field
        .trim()
        .slice(0, SHOWN.characters)
        .replace(/[\uD800-\uDBFF]$/, ""),
    );
  return {
    separator: head.delimiter,
    header: cut(head.header),
    rows: head.rows
      .slice(1)
      .filter((row) => row.some((field) => field.trim() !== ""))
      .slice(0, SHOWN.rows)
      .map(cut),
    columns: remembered ?? head.columns,
    isRemembered: remembered !== undefined,
  };
}

import { csvColumnsSchema, type CsvColumns, type CsvForm, type CsvPreview } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import type { PostStore } from "../stores/index.ts";
import type { CsvOptions } from "./csv.ts";
import { readCsvHead, toPreview } from "./csvPreview.ts";
import { shapeKey, type CsvHead } from "./csvShape.ts";

/** Which column of a file is what, as the facilitators of a board said, remembered for files that have the same columns. */
export interface CsvForms {
  preview(board: BoardId, bytes: AsyncIterable<Uint8Array>, form: CsvForm): Promise<CsvPreview>;
  /** How a file is to be read. `remember` keeps what was chosen, once it is known to serve. */
  of(board: BoardId, form: CsvForm): { readonly options: Omit<CsvOptions, "now">; remember(): Promise<void> };
}

export function createCsvForms(store: Pick<PostStore, "fact" | "setFact">): CsvForms {
  const nameOf = (head: CsvHead): string => `csv ${shapeKey(head)}`;
  const remembered = async (board: BoardId, head: CsvHead): Promise<CsvColumns | undefined> =>
    csvColumnsSchema.safeParse(await store.fact(board, nameOf(head))).data;
  return {
    preview: async (board, bytes, form) => {
      const head = await readCsvHead(bytes, form);
      return toPreview(head, await remembered(board, head));
    },
    of: (board, { columns, separator, encoding }) => {
      let read: CsvHead | undefined;
      return {
        options: {
          separator,
          encoding,
          columnsOf: async (head) => {
            read = head;
            return columns ?? (await remembered(board, head));
          },
        },
        remember: async () => {
          if (columns && read) await store.setFact(board, nameOf(read), columns);
        },
      };
    },
  };
}

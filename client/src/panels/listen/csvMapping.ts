import { CSV_MEANINGS, type CsvColumns, type CsvMeaning, type CsvPreview } from "@palabre/shared/protocol";

/** What a column holds; undefined: it is not read. */
export const meaningAt = (columns: CsvColumns, place: number): CsvMeaning | undefined =>
  CSV_MEANINGS.find((meaning) => columns[meaning] === place);

/** The same, with a column that holds something else now; what another column held before is that column's no more. */
export function withMeaning(columns: CsvColumns, place: number, meaning: CsvMeaning | undefined): CsvColumns {
  const others = CSV_MEANINGS.filter(
    (each) => each !== meaning && columns[each] !== undefined && columns[each] !== place,
  );
  return {
    ...Object.fromEntries(others.map((each) => [each, columns[each]])),
    ...(meaning === undefined ? {} : { [meaning]: place }),
  };
}

/** Whether a file can be read so: each post needs a text and a date. */
export const isReadable = ({ text, date }: CsvColumns): boolean => text !== undefined && date !== undefined;

/** A row as it will be read; what is not known is empty. */
export interface SampledPost {
  readonly text: string;
  readonly title: string;
  readonly date: string;
  readonly author: string;
}
export const sampledPosts = ({ rows }: CsvPreview, columns: CsvColumns, most: number): readonly SampledPost[] =>
  rows.slice(0, most).map((row) => {
    const at = (meaning: CsvMeaning): string => row[columns[meaning] ?? -1] ?? "";
    return { text: at("text"), title: at("title"), date: at("date"), author: at("author") };
  });

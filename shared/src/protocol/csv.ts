import { z } from "zod/mini";

/** What a column of a file of posts can hold. */
export const CSV_MEANINGS = [
  "text",
  "date",
  "title",
  "url",
  "author",
  "language",
  "id",
  "source",
  "stars",
  "react",
  "comment",
  "share",
  "contribute",
] as const;
export type CsvMeaning = (typeof CSV_MEANINGS)[number];
/** The place of each column, counted from 0. A file is read once its text and date are known. */
export type CsvColumns = { readonly [M in CsvMeaning]?: number | undefined };

const place = z.optional(z.int().check(z.minimum(0), z.maximum(999)));
export const csvColumnsSchema: z.ZodMiniType<CsvColumns> = z
  .object({
    text: place,
    date: place,
    title: place,
    url: place,
    author: place,
    language: place,
    id: place,
    source: place,
    stars: place,
    react: place,
    comment: place,
    share: place,
    contribute: place,
  })
  .check(z.refine(({ text, date }) => text !== undefined && date !== undefined, { path: ["text"] }));

/** How a file is to be read, where a facilitator says so; what isn't given is found out. */
export interface CsvForm {
  readonly columns?: CsvColumns | undefined;
  /** one character */
  readonly separator?: string | undefined;
  /** a name of the Encoding Standard: `windows-1252`, `shift_jis` */
  readonly encoding?: string | undefined;
}
export const csvSeparatorSchema: z.ZodMiniType<string> = z.string().check(z.regex(/^[^\n\r"]$/));
export const csvEncodingSchema: z.ZodMiniType<string> = z.string().check(z.regex(/^[\w.:-]{1,40}$/));

/** What the first lines of a file say, for who has to say which column is what. */
export interface CsvPreview {
  readonly separator: string;
  readonly header: readonly string[];
  /** the first rows, their fields cut short */
  readonly rows: readonly (readonly string[])[];
  /** as far as they are known: chosen before for a file of this shape, else by their names */
  readonly columns: CsvColumns;
  /** whether they were chosen before */
  readonly isRemembered: boolean;
}
const columnsFound = z.partialRecord(z.enum(CSV_MEANINGS), z.int());
export const csvPreviewSchema: z.ZodMiniType<CsvPreview> = z.object({
  separator: z.string(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  columns: columnsFound,
  isRemembered: z.boolean(),
});

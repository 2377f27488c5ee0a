import { AppError } from "@palabre/shared/errors";
import type { CsvColumns, CsvForm } from "@palabre/shared/protocol";
import { createDateEvidence, readDate } from "./csvDates.ts";
import { toCount, toNumber } from "./csvNumbers.ts";
import { BrokenCsv, createRowReader, type Row, type RowReader } from "./csvRows.ts";
import { csvEmpty, notACsv, readHead, toShape, type CsvHead, type Shape } from "./csvShape.ts";
import { createStreamDecoder } from "./encoding.ts";
import { isPostTime, type RawItem } from "./heard.ts";
import { createPacer } from "../background/index.ts";

/**
 * Reading a file of posts: a header row with a text and a date column (`csvColumns.ts`), then a row a post. Separated by
 * comma, semicolon, tab or bar; in UTF-8, UTF-16 with a mark, or Windows-1252; dates as `csvDates.ts` says.
 *
 * The file is read as it arrives, in pieces small enough for others to be served in between. A row without text or without a
 * date that can be read is skipped and counted. What is not such a file is refused as a whole, as early as it shows.
 */

export const CSV_LIMITS = { bytes: 50 * 1024 * 1024, rows: 1_000_000 } as const;
/** Characters worked through at once, a few milliseconds. */
const PIECE = 32 * 1024;

export interface CsvOptions extends Pick<CsvForm, "separator" | "encoding"> {
  readonly now: number;
  /** which column is what, where somebody said it for this file or one of its shape; undefined = by their names */
  readonly columnsOf?: ((head: CsvHead) => Promise<CsvColumns | undefined>) | undefined;
}

export interface CsvContent {
  readonly items: readonly RawItem[];
  readonly skipped: number;
}

/** @throws AppError `not-a-csv`, `csv-columns` (with what was `found` and is `missing`), `csv-empty`, `body-too-large` */
export async function readCsv(bytes: Uint8Array | AsyncIterable<Uint8Array>, options: CsvOptions): Promise<CsvContent> {
  const pace = createPacer();
  const table = createTable(options);
  try {
    for await (const text of piecesOf(bytes, options.encoding)) await table.push(text, pace);
    await table.end(pace);
  } catch (error) {
    if (error instanceof BrokenCsv) throw notACsv("rows");
    throw error;
  }
  return table.finish(pace);
}

/** The file as text in pieces, with line feeds at the ends of its lines; blank lines are not rows, and needn't come at all. */
async function* piecesOf(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  encoding: string | undefined,
): AsyncGenerator<string> {
  const decoder = createStreamDecoder(encoding);
  const toLines = (text: string): string => text.replaceAll(/[\r\n]+/g, "\n");
  let size = 0;
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    size += chunk.byteLength;
    if (size > CSV_LIMITS.bytes) throw tooLarge("bytes");
    for (let at = 0; at < chunk.byteLength; at += PIECE) {
      yield toLines(decoder.write(chunk.subarray(at, at + PIECE)));
    }
  }
  yield toLines(decoder.end());
}

interface DatedItem {
  /** as written: its order is known when the file is whole */
  readonly date: string;
  readonly item: RawItem;
}

interface Table {
  push(text: string, pace: Pace): Promise<void>;
  end(pace: Pace): Promise<void>;
  finish(pace: Pace): Promise<CsvContent>;
}
type Pace = () => Promise<void>;

function createTable({ now, separator, columnsOf }: CsvOptions): Table {
  const evidence = createDateEvidence(now);
  const found: DatedItem[] = [];
  let head = "";
  let reader: RowReader | undefined;
  let shape: Shape | undefined;
  let skipped = 0;
  let seen = 0;

  const take = (rows: readonly Row[]): void => {
    for (const fields of rows) {
      seen += 1;
      if (seen > CSV_LIMITS.rows) throw tooLarge("rows");
      if (fields.every((field) => field.trim() === "")) continue;
      const dated = shape && toDatedItem(fields, shape);
      if (dated) {
        evidence.add(dated.date);
        found.push(dated);
      } else skipped += 1;
    }
  };
  const begin = async (pace: Pace): Promise<RowReader> => {
    const found = readHead(head, separator);
    shape = toShape(found, await columnsOf?.(found));
    const { columns, width, delimiter, start } = shape;
    const begun = createRowReader(delimiter, (fields) => {
      return fields.length >= width && readDate(fields[columns.date] ?? "", "day-first") !== undefined;
    });
    const [, ...rows] = await begun.push(head.slice(start), pace);
    take(rows);
    head = "";
    reader = begun;
    return begun;
  };
  return {
    push: async (text, pace) => {
      if (reader) return take(await reader.push(text, pace));
      head += text;
      if (head.length >= PIECE) await begin(pace);
    },
    end: async (pace) => {
      if (!reader) head += "\n";
      take(await (reader ?? (await begin(pace))).end(pace));
    },
    finish: async (pace) => {
      const order = evidence.order();
      const items: RawItem[] = [];
      for (const { date, item } of found) {
        const at = readDate(date, order);
        if (isPostTime(at, now)) items.push({ ...item, at });
        await pace();
      }
      const lost = skipped + found.length - items.length + (reader?.broken ?? 0);
      if (items.length === 0) throw csvEmpty(lost);
      return { items, skipped: lost };
    },
  };
}

/** Undefined for a row that is too short to hold text and date. */
function toDatedItem(fields: Row, { columns, width, delimiter }: Shape): DatedItem | undefined {
  const at = (index: number | undefined): string => (index === undefined ? "" : (fields[index] ?? "").trim());
  const isLast = columns.text === width - 1;
  // a separator that nobody quoted, in a text that ends the row, is a part of the text
  const body = isLast ? fields.slice(columns.text).join(delimiter) : at(columns.text);
  const date = at(columns.date);
  if (body.trim() === "" || date === "") return undefined;
  const id = at(columns.id);
  const source = at(columns.source);
  // two sources may number their posts alike
  const nativeId = id === "" || source === "" ? id : `${source}/${id}`;
  return {
    date,
    item: {
      nativeId,
      ...(columns.title === undefined ? {} : { title: at(columns.title) }),
      url: at(columns.url),
      body,
      author: at(columns.author),
      language: at(columns.language),
      ...factsOf(columns, at),
    },
  };
}

const LEVELS = ["react", "comment", "share", "contribute"] as const;

/** Numbers that a row may hold; what is none is left out. */
function factsOf(
  columns: CsvColumns,
  at: (index: number | undefined) => string,
): Pick<RawItem, "stars" | "engagement"> {
  const stars = toNumber(at(columns.stars));
  const counts = LEVELS.flatMap((level) => {
    const count = toCount(at(columns[level]));
    return count === undefined ? [] : [[level, count] as const];
  });
  return {
    ...(stars !== undefined && stars >= 1 && stars <= 5 ? { stars } : {}),
    ...(counts.length === 0 ? {} : { engagement: Object.fromEntries(counts) }),
  };
}

const tooLarge = (what: keyof typeof CSV_LIMITS): AppError =>
  new AppError("body-too-large", `A file of posts may have ${CSV_LIMITS[what]} ${what}: send less`, {
    details: { max: CSV_LIMITS[what], unit: what },
  });

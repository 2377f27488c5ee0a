import { AppError } from "@palabre/shared/errors";
import { findColumns, namesFound, type Columns } from "./csvColumns.ts";
import { createDateEvidence, readDate } from "./csvDates.ts";
import { BrokenCsv, createRowReader, firstRows, type Row, type RowReader } from "./csvRows.ts";
import { createStreamDecoder } from "./encoding.ts";
import { isPostTime, type RawItem } from "./heard.ts";
import { createPacer } from "./pacer.ts";

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
const DELIMITERS = [",", ";", "\t", "|"];
/** Rows by which it is judged whether a file is a table. */
const JUDGED_ROWS = 20;

export interface CsvContent {
  readonly items: readonly RawItem[];
  readonly skipped: number;
}

/** @throws AppError `not-a-csv`, `csv-columns` (with what was `found` and is `missing`), `csv-empty`, `body-too-large` */
export async function readCsv(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  options: { now: number },
): Promise<CsvContent> {
  const pace = createPacer();
  const table = createTable(options.now);
  try {
    for await (const text of piecesOf(bytes)) await table.push(text, pace);
    await table.end(pace);
  } catch (error) {
    if (error instanceof BrokenCsv) throw notACsv("rows");
    throw error;
  }
  return table.finish(pace);
}

/** The file as text in pieces, with line feeds at the ends of its lines; blank lines are not rows, and needn't come at all. */
async function* piecesOf(bytes: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = createStreamDecoder();
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

function createTable(now: number): Table {
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
    shape = findShape(head);
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

/** What the first lines of a file say of the rest. */
interface Shape {
  readonly delimiter: string;
  /** where the header row begins */
  readonly start: number;
  readonly columns: Columns & { readonly date: number; readonly text: number };
  /** columns of the header */
  readonly width: number;
}

function findShape(head: string): Shape {
  // a spreadsheet's own line may name the separator
  const named = /^\s*sep=([,;\t|])\n/i.exec(head);
  const start = named?.[0].length ?? /^(?:[^\S\n]*\n)*/.exec(head)?.[0].length ?? 0;
  const text = head.slice(start);
  if (text.trim() === "") throw csvEmpty(0);
  if (isBinary(text)) throw notACsv("binary");
  if (/^<[a-z!?]/i.test(text)) throw notACsv("markup");
  if (/^(?:\{|\[\s*[{["\d\]])/.test(text)) throw notACsv("json");
  const tried = (named?.[1] === undefined ? DELIMITERS : [named[1]]).map((delimiter) => {
    const rows = firstRows(text, delimiter, JUDGED_ROWS);
    const header = (rows[0] ?? []).map((name) => name.trim());
    return { delimiter, rows, header, columns: findColumns(header) };
  });
  const score = ({ header, columns }: (typeof tried)[number]): number =>
    (columns.text === undefined ? 0 : 1_000) + (columns.date === undefined ? 0 : 1_000) + Math.min(header.length, 999);
  const best = tried.toSorted((a, b) => score(b) - score(a))[0];
  if (!best) throw notACsv("rows");
  const { delimiter, header, columns, rows } = best;
  const { date, text: said } = columns;
  if (date !== undefined && said !== undefined) {
    return { delimiter, start, columns: { ...columns, date, text: said }, width: header.length };
  }
  const isTable = header.length > 1 && rows.filter((row) => row.length === header.length).length * 2 > rows.length;
  if (!isTable && said === undefined && date === undefined) throw notACsv("columns");
  const missing = [...(said === undefined ? ["text"] : []), ...(date === undefined ? ["date"] : [])];
  throw csvColumns(missing, namesFound(header, columns), header.length);
}

/** A text may hold a stray control sign; a file of another kind is full of them. */
function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  const controls = text.match(/[^\P{Cc}\s]/gu)?.length ?? 0;
  return controls * 100 > text.length;
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
    item: { nativeId, url: at(columns.url), body, author: at(columns.author), language: at(columns.language) },
  };
}

const notACsv = (reason: "binary" | "markup" | "json" | "rows" | "columns"): AppError =>
  new AppError("not-a-csv", `The file is no CSV (${reason})`, { details: { reason } });
const csvColumns = (missing: readonly string[], found: string, columns: number): AppError =>
  new AppError("csv-columns", `The header row names no column for: ${missing.join(", ")}`, {
    details: { missing: missing.join(", "), found, columns },
  });
const csvEmpty = (skipped: number): AppError =>
  new AppError("csv-empty", `The file holds no row with a text and a date that can be read (${skipped} skipped)`, {
    details: { skipped },
  });
const tooLarge = (what: keyof typeof CSV_LIMITS): AppError =>
  new AppError("body-too-large", `A file of posts may have ${CSV_LIMITS[what]} ${what}: send less`, {
    details: { max: CSV_LIMITS[what], unit: what },
  });

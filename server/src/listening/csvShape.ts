import { createHash } from "node:crypto";
import { AppError } from "@palabre/shared/errors";
import { fold } from "@palabre/shared/listening";
import type { CsvColumns } from "@palabre/shared/protocol";
import { findColumns, namesFound } from "./csvColumns.ts";
import { firstRows, type Row } from "./csvRows.ts";

const DELIMITERS = [",", ";", "\t", "|"];
/** Rows by which it is judged whether a file is a table. */
const JUDGED_ROWS = 20;

/** What the first lines of a file say of the rest. */
export interface CsvHead {
  readonly delimiter: string;
  /** where the header row begins */
  readonly start: number;
  readonly header: readonly string[];
  /** with the header */
  readonly rows: readonly Row[];
  /** by their names */
  readonly columns: CsvColumns;
}

/** A file whose columns of text and date are known. */
export interface Shape {
  readonly delimiter: string;
  readonly start: number;
  readonly columns: CsvColumns & { readonly date: number; readonly text: number };
  /** columns of the header */
  readonly width: number;
}

/** @param separator where somebody said it. @throws AppError `not-a-csv`, `csv-empty` */
export function readHead(head: string, separator: string | undefined): CsvHead {
  // a spreadsheet's own line may name the separator
  const named = /^\s*sep=([,;\t|])\n/i.exec(head);
  const start = named?.[0].length ?? /^(?:[^\S\n]*\n)*/.exec(head)?.[0].length ?? 0;
  const text = head.slice(start);
  if (text.trim() === "") throw csvEmpty(0);
  if (isBinary(text)) throw notACsv("binary");
  if (/^<[a-z!?]/i.test(text)) throw notACsv("markup");
  if (/^(?:\{|\[\s*[{["\d\]])/.test(text)) throw notACsv("json");
  const said = separator ?? named?.[1];
  const tried = (said === undefined ? DELIMITERS : [said]).map((delimiter) => {
    const rows = firstRows(text, delimiter, JUDGED_ROWS);
    const header = (rows[0] ?? []).map((name) => name.trim());
    return { delimiter, start, rows, header, columns: findColumns(header) };
  });
  const score = ({ header, columns }: CsvHead): number =>
    (columns.text === undefined ? 0 : 1_000) + (columns.date === undefined ? 0 : 1_000) + Math.min(header.length, 999);
  const best = tried.toSorted((a, b) => score(b) - score(a))[0];
  if (!best) throw notACsv("rows");
  return best;
}

/** @param chosen which column is what, where somebody said it. @throws AppError `not-a-csv`, `csv-columns` */
export function toShape(
  { delimiter, start, header, rows, columns: found }: CsvHead,
  chosen: CsvColumns | undefined,
): Shape {
  const columns = chosen ?? found;
  const { date, text } = columns;
  const isThere = Object.values(columns).every((place = 0) => place < header.length);
  if (date !== undefined && text !== undefined && isThere) {
    return { delimiter, start, columns: { ...columns, date, text }, width: header.length };
  }
  const isTable = header.length > 1 && rows.filter((row) => row.length === header.length).length * 2 > rows.length;
  if (!isTable && text === undefined && date === undefined) throw notACsv("columns");
  const missing = [...(text === undefined ? ["text"] : []), ...(date === undefined ? ["date"] : [])];
  throw csvColumns(missing, namesFound(header, found), header.length);
}

/** The same for files that have the same columns: by it is known again which of them was said to be what. */
export const shapeKey = ({ delimiter, header }: Pick<CsvHead, "delimiter" | "header">): string =>
  createHash("sha256")
    .update(JSON.stringify([delimiter, header.map((name) => fold(name))]))
    .digest("base64url")
    .slice(0, 22);

/** A text may hold a stray control sign; a file of another kind is full of them. */
function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  const controls = text.match(/[^\P{Cc}\s]/gu)?.length ?? 0;
  return controls * 100 > text.length;
}

export const notACsv = (reason: "binary" | "markup" | "json" | "rows" | "columns"): AppError =>
  new AppError("not-a-csv", `The file is no CSV (${reason})`, { details: { reason } });
const csvColumns = (missing: readonly string[], found: string, columns: number): AppError =>
  new AppError("csv-columns", `The header row names no column for: ${missing.join(", ")}`, {
    details: { missing: missing.join(", "), found, columns },
  });
export const csvEmpty = (skipped: number): AppError =>
  new AppError("csv-empty", `The file holds no row with a text and a date that can be read (${skipped} skipped)`, {
    details: { skipped },
  });

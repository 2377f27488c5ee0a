import { saveFile } from "./saveFile.ts";

export type Cell = string | number;

/** What a spreadsheet would compute, however it is led up to; a number is none, nor are the signed numbers that a text may list. */
const isFormula = (text: string): boolean =>
  /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) && !/^[+-]?\d+(?: & -?\d+)*$/.test(text);

const harmless = (cell: Cell): string => (typeof cell === "string" && isFormula(cell) ? `'${cell}` : String(cell));
const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
const cellOf = (cell: Cell): string => quoted(harmless(cell));

/** A spreadsheet takes a bare quotation mark for the beginning of a cell that ends at the next one. */
const copiedOf = (cell: Cell): string => {
  const words = harmless(cell).replaceAll(/[\t\r\n]+/g, " ");
  return words.includes('"') ? quoted(words) : words;
};

/** A table as cells that a spreadsheet takes from the clipboard: one a tab, one row a line, and no formula that somebody wrote as a title. */
export const toCells = (table: readonly (readonly Cell[])[]): string =>
  table.map((line) => line.map(copiedOf).join("\t")).join("\n");

/**
 * A table as CSV (RFC 4180): every cell quoted, so that commas, semicolons and line breaks in it part nothing; numbers with a point. A text
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export const toCsv = (table: readonly (readonly Cell[])[]): string =>
  table.map((line) => `${line.map(cellOf).join(",")}\r\n`).join("");

/** Saves a table as a file; its first bytes say that it is UTF-8, without which some spreadsheets misread accents. */
export function saveCsv(table: readonly (readonly Cell[])[], name: string): void {
  saveFile(new Blob(["\uFEFF", toCsv(table)], { type: "text/csv;charset=utf-8" }), name);
}

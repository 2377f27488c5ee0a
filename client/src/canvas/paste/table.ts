import { readCsv, rowsOf, type Rows } from "./csv.ts";
import { isMark } from "./lines.ts";
import type { Pasted } from "./pasted.ts";
import { webLinkOf } from "./webLink.ts";

/** A table of a spreadsheet or of Markdown, a card for each row: the first cell is its title, the others follow; undefined for all else. */
export function readTable(text: string): Pasted | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const markdown = inMarkdown(lines);
  const rows = markdown ?? inQuotes(text) ?? ofSpreadsheet(lines);
  if (!rows) return undefined;
  const [head = [], ...rest] = rows;
  return cardsOf(rows, markdown !== undefined || isHead(head, rest));
}

/** A CSV file, read as such a table: its first row names the columns, unless it holds a number or names one column only. */
export function readCsvTable(text: string): Pasted {
  const rows = readCsv(text);
  const [head = [], ...rest] = rows;
  const isNamed = head.length > 1 && rest.length > 0 && !head.some((cell) => isNumber(cell));
  return cardsOf(rows, isNamed || isHead(head, rest));
}

function cardsOf(rows: readonly (readonly string[])[], hasHead: boolean): Pasted {
  const [head = [], ...rest] = rows;
  const cards = (hasHead ? rest : rows).flatMap((row) => {
    const [title = "", ...more] = row.map((cell) => cell.trim());
    const facts = more.flatMap((cell, i) => {
      if (cell === "") return [];
      const name = hasHead ? (head[i + 1] ?? "").trim() : "";
      return [name === "" ? cell : `${name}: ${cell}`];
    });
    const page = webLinkOf(title);
    const words = [page?.text ?? title, ...facts].filter((part) => part !== "").join("\n");
    return words === "" ? [] : [{ ...page, text: words }];
  });
  return { cards, links: [] };
}

/** Cells parted by tabs, as many in each row or at least two; a tab that stands before all words of a line is an indent. */
function ofSpreadsheet(lines: readonly string[]): Rows | undefined {
  const rows = lines.map((line) => line.split("\t"));
  return isTable(rows) ? rows : undefined;
}
/** The same where cells hold line breaks or tabs: a spreadsheet writes those in quotes. One column of them is a table too. */
function inQuotes(text: string): Rows | undefined {
  if (!text.includes('"')) return undefined;
  const { rows, isLoose } = rowsOf(text, "\t");
  if (isLoose) return undefined;
  const isColumn = rows.every((row) => row.length === 1) && rows.some(([cell = ""]) => cell.trim().includes("\n"));
  return isColumn || isTable(rows) ? rows : undefined;
}
function isTable(rows: Rows): boolean {
  const [head = []] = rows;
  // a word processor hands the marks of a list over as if they were a column
  if (rows.length < 2 || rows.every(([first = ""]) => isMark(first))) return false;
  return (
    rows.every((row) => row.length > 1 && row[0] !== "") ||
    (head.length > 1 && head[0] !== "" && rows.every((row) => row.length === head.length))
  );
}

function inMarkdown(lines: readonly string[]): readonly (readonly string[])[] | undefined {
  const [head, rule, ...rest] = lines;
  if (head === undefined || rule === undefined || !RULE.test(rule.trim().replaceAll(/\s+/g, " "))) return undefined;
  if (!head.includes("|") || !rest.every((line) => line.includes("|"))) return undefined;
  const cells = (line: string) =>
    line
      .trim()
      .replace(/^\|/, "")
      .replace(/\|$/, "")
      .split(/(?<!\\)\|/)
      .map((cell) => cell.replaceAll(String.raw`\|`, "|"));
  return [head, ...rest].map((line) => cells(line));
}

const RULE = /^\|? ?:?-{2,}:? ?(?:\| ?:?-{2,}:? ?)*\|?$/;

/** A row of names above columns that hold numbers. */
const isHead = (head: readonly string[], rest: readonly (readonly string[])[]): boolean =>
  head.every((cell) => !isNumber(cell)) && rest.some((row) => row.some((cell) => isNumber(cell)));
const isNumber = (cell: string): boolean => /^[-−+]?[\d\s.,\u202F\u00A0]*\d\s*[%€$]?$/u.test(cell.trim());

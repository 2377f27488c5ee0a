import { readCsv } from "./csv.ts";
import type { Pasted } from "./pasted.ts";
import { webLinkOf } from "./webLink.ts";

/** A table of a spreadsheet or of Markdown, a card for each row: the first cell is its title, the others follow; undefined for all else. */
export function readTable(text: string): Pasted | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const markdown = inMarkdown(lines);
  const rows = markdown ?? ofSpreadsheet(lines);
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

/** Cells parted by tabs; a tab that stands before all words of a line is an indent. */
function ofSpreadsheet(lines: readonly string[]): readonly (readonly string[])[] | undefined {
  const isTable = lines.length > 1 && lines.every((line) => /^[^\t]+\t/.test(line));
  return isTable ? lines.map((line) => line.split("\t")) : undefined;
}

function inMarkdown(lines: readonly string[]): readonly (readonly string[])[] | undefined {
  const [head, rule, ...rest] = lines;
  if (head === undefined || rule === undefined || !/^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(rule))
    return undefined;
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

/** A row of names above columns that hold numbers. */
const isHead = (head: readonly string[], rest: readonly (readonly string[])[]): boolean =>
  head.every((cell) => !isNumber(cell)) && rest.some((row) => row.some((cell) => isNumber(cell)));
const isNumber = (cell: string): boolean => /^\s*[-−+]?[\d\s.,\u202F\u00A0]*\d\s*[%€$]?\s*$/u.test(cell);

import type { CardId } from "@palabre/shared/terms";
import { parseCell, plainCell, valueOf } from "./cellValue.ts";
import type { Wish } from "./planChanges.ts";
import type { Matrix } from "./readMatrix.ts";

/** A rectangle of cells, by the cards of its sides. */
export interface Block {
  readonly rows: readonly CardId[];
  readonly columns: readonly CardId[];
}

/** The text of a cell for a spreadsheet; several links are written side by side, none is added up. */
const cellText = (matrix: Matrix, from: CardId, to: CardId): string =>
  matrix
    .linksOf(from, to)
    .map((link) => plainCell(valueOf(link)))
    .join(" & ");

/** Numbers only, as they are copied from one place of a table to another. */
export const blockText = (matrix: Matrix, { rows, columns }: Block): string =>
  rows.map((from) => columns.map((to) => cellText(matrix, from, to)).join("\t")).join("\n");

/** The whole table with the titles of its rows and columns, the sums in the margins. */
export function tableOf(
  matrix: Matrix,
  { rows, columns }: Block,
  words: {
    readonly corner: string;
    readonly influence: string;
    readonly dependence: string;
    readonly untitled: string;
  },
): readonly (readonly string[])[] {
  const title = (id: CardId) => matrix.cards.get(id)?.title || words.untitled;
  return [
    [words.corner, ...columns.map(title), words.influence],
    ...rows.map((from) => [
      title(from),
      ...columns.map((to) => cellText(matrix, from, to)),
      String(matrix.influence(from)),
    ]),
    [words.dependence, ...columns.map((to) => String(matrix.dependence(to))), String(matrix.total)],
  ];
}

export interface PastedBlock {
  readonly wishes: readonly Wish[];
  /** cells whose text is no number from −3 to 3 */
  readonly unread: number;
  /** cells that fell over the edge of the table */
  readonly outside: number;
}

/** Lines and tabs of a copied block; a spreadsheet ends the last line too. */
const linesOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => line.split("\t"));

/**
 * What a block copied from a spreadsheet says of the cells from one on, rightwards and down. A single number fills all of the chosen cells.
 * @param at     rows and columns from the cell on that it is pasted at
 * @param chosen how many rows and columns are chosen
 */
export function readBlock(text: string, at: Block, chosen: readonly [rows: number, columns: number]): PastedBlock {
  const lines = linesOf(text);
  const [only] = lines;
  const isOne = lines.length === 1 && only?.length === 1;
  const block = isOne
    ? Array.from({ length: chosen[0] }, () => Array.from({ length: chosen[1] }, () => only[0] ?? ""))
    : lines;
  const wishes: Wish[] = [];
  let [unread, outside] = [0, 0];
  for (const [y, line] of block.entries()) {
    for (const [x, cell] of line.entries()) {
      const [from, to] = [at.rows[y], at.columns[x]];
      const value = parseCell(cell);
      if (from === undefined || to === undefined) outside += cell.trim() === "" ? 0 : 1;
      else if (value === undefined) unread += 1;
      else wishes.push({ from, to, value });
    }
  }
  return { wishes, unread, outside };
}

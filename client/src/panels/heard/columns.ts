import { MOST_COLUMNS, postColumnsSchema, type PostFilter } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { plainFilter } from "./postFilter.ts";

/** What is beside what at first: all that is said, what is expected, what hurts. */
const FIRST: readonly PostFilter[] = [{}, { kind: "expectation" }, { feeling: "negative" }];

const keyOf = (board: BoardId): string => `palabre.columns.${board}`;

/** The columns that this device keeps for a board. */
export function readColumns(board: BoardId): readonly PostFilter[] {
  try {
    const kept = postColumnsSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(board)) ?? "null"));
    return kept.success ? kept.data : FIRST;
  } catch {
    // storage is forbidden or damaged
    return FIRST;
  }
}

export function rememberColumns(board: BoardId, columns: readonly PostFilter[]): void {
  try {
    localStorage.setItem(keyOf(board), JSON.stringify(columns.map(plainFilter)));
  } catch {
    // storage is forbidden or full: the next visit begins with the first columns
  }
}

/** Columns with one more, one changed, one less, or one elsewhere; what is not possible changes nothing. */
export const addColumn = (columns: readonly PostFilter[]): readonly PostFilter[] =>
  columns.length >= MOST_COLUMNS ? columns : [...columns, {}];
export const setColumn = (columns: readonly PostFilter[], at: number, filter: PostFilter): readonly PostFilter[] =>
  columns.map((column, place) => (place === at ? filter : column));
export const removeColumn = (columns: readonly PostFilter[], at: number): readonly PostFilter[] =>
  columns.length <= 1 ? columns : columns.filter((_, place) => place !== at);
export function moveColumn(columns: readonly PostFilter[], at: number, by: -1 | 1): readonly PostFilter[] {
  const [moved, other] = [columns[at], columns[at + by]];
  return moved && other ? setColumn(setColumn(columns, at, other), at + by, moved) : columns;
}

/** A square table of numbers: `at(i, j)` is what row i has over column j. Starts with zeros. */
export interface Square {
  readonly size: number;
  at(row: number, column: number): number;
  put(row: number, column: number, value: number): void;
  /** A copy as a list of rows. */
  rows(): readonly (readonly number[])[];
}

/** @param rows what it starts with; what is missing or no finite number is 0 */
export function createSquare(size: number, rows: readonly ArrayLike<number>[] = []): Square {
  const cells = new Float64Array(size * size);
  const square: Square = {
    size,
    at: (row, column) => cells[row * size + column] ?? 0,
    put: (row, column, value) => {
      cells[row * size + column] = value;
    },
    rows: () => Array.from({ length: size }, (_, row) => [...cells.subarray(row * size, (row + 1) * size)]),
  };
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const value = rows[row]?.[column] ?? 0;
      if (Number.isFinite(value)) square.put(row, column, value);
    }
  return square;
}

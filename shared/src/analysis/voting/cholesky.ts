import { createSquare, type Square } from "./square.ts";

/** A symmetric, positive definite table, taken apart so that equations are solved by it. */
export interface Solver {
  solve(right: ArrayLike<number>): Float64Array;
  inverse(): Square;
}

/** Cholesky's factor L with L·Lᵀ = the table; undefined when it is not positive definite. n³/6 steps. */
export function factorise(table: Square): Solver | undefined {
  const { size } = table;
  const lower = createSquare(size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let rest = table.at(row, column);
      for (let k = 0; k < column; k += 1) rest -= lower.at(row, k) * lower.at(column, k);
      if (row !== column) lower.put(row, column, rest / lower.at(column, column));
      else if (rest > 0) lower.put(row, row, Math.sqrt(rest));
      else return undefined;
    }
  const solve = (right: ArrayLike<number>) => {
    const x = Float64Array.from(right);
    for (let row = 0; row < size; row += 1) {
      let rest = x[row] ?? 0;
      for (let k = 0; k < row; k += 1) rest -= lower.at(row, k) * (x[k] ?? 0);
      x[row] = rest / lower.at(row, row);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let rest = x[row] ?? 0;
      for (let k = row + 1; k < size; k += 1) rest -= lower.at(k, row) * (x[k] ?? 0);
      x[row] = rest / lower.at(row, row);
    }
    return x;
  };
  const inverse = () => {
    const unit = (place: number) => Float64Array.from({ length: size }, (_, index) => (index === place ? 1 : 0));
    return createSquare(
      size,
      Array.from({ length: size }, (_, place) => solve(unit(place))),
    );
  };
  return { solve, inverse };
}

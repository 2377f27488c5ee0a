import { inverse, Matrix } from "ml-matrix";

/** Sums of the total relation, in the order of the matrix. */
export interface Dematel {
  /** T = X (I − X)⁻¹, n × n: all chains of influence of whatever length */
  readonly totalRelation: readonly (readonly number[])[];
  /** what each does to all (R), and all to each (C) */
  readonly rowSums: readonly number[];
  readonly columnSums: readonly number[];
  /** R + C: how much each is a part of it */
  readonly prominence: readonly number[];
  /** R − C: above 0 it causes more than it suffers */
  readonly relation: readonly number[];
  /** the mean of T; undefined for an empty matrix */
  readonly threshold: number | undefined;
}

/**
 * Direct and indirect influence in closed form (DEMATEL): X is the matrix divided by its largest row sum, or its largest row or column sum.
 *
 * Without any influence T is 0.
 * @param matrix n × n, ≥ 0
 * @returns undefined where the chains add up to infinity, which happens when all rows have the largest sum
 * @see Fontela, Gabus, "The DEMATEL observer", 1976
 */
export function dematel(
  matrix: readonly (readonly number[])[],
  normalization: "max-row-sum" | "max-row-or-column-sum",
): Dematel | undefined {
  const rows = matrix.map(sumOf);
  const columns = matrix.map((_, to) => sumOf(matrix.map((row) => row[to] ?? 0)));
  const scale = Math.max(0, ...rows, ...(normalization === "max-row-sum" ? [] : columns));
  const total = scale === 0 ? matrix.map((row) => row.map(() => 0)) : totalOf(matrix, scale);
  if (total === undefined) return undefined;
  const rowSums = total.map(sumOf);
  const columnSums = total.map((_, to) => sumOf(total.map((row) => row[to] ?? 0)));
  return {
    totalRelation: total,
    rowSums,
    columnSums,
    prominence: rowSums.map((sum, index) => sum + (columnSums[index] ?? 0)),
    relation: rowSums.map((sum, index) => sum - (columnSums[index] ?? 0)),
    threshold: total.length === 0 ? undefined : sumOf(rowSums) / total.length ** 2,
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What is left of I − X when a chain never fades. */
const SINGULAR = 1e9;

function totalOf(matrix: readonly (readonly number[])[], scale: number): readonly (readonly number[])[] | undefined {
  const x = new Matrix(matrix.map((row) => row.map((value) => value / scale)));
  let total: readonly (readonly number[])[];
  try {
    total = x.mmul(inverse(Matrix.eye(matrix.length).sub(x))).to2DArray();
  } catch {
    // the library's word for a matrix that has no inverse
    return undefined;
  }
  return total.every((row) => row.every((value) => Number.isFinite(value) && Math.abs(value) < SINGULAR))
    ? total
    : undefined;
}

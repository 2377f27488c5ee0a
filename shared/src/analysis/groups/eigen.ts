import { createRandom } from "../statistics/index.ts";

/** An eigenvalue with its vector, of unit length. */
export interface EigenPair {
  readonly value: number;
  readonly vector: Float64Array;
}

/** More vectors than are asked for: the first ones settle as fast as the last of these is smaller. */
const BLOCK = 10;
const ROUNDS = 2_000;
/** of the largest value; more is lost in the rounding of a thousand sums */
const PRECISION = 1e-12;

/**
 * The largest eigenvalues of a symmetric matrix without negative ones, largest first, by subspace iteration with Rayleigh–Ritz.
 *
 * The sign of a vector is arbitrary, and vectors of equal values may turn within their plane. Tens to hundreds of rounds of 10 × size² steps.
 * @param matrix size × size, row by row
 * @param wanted how many must be exact; those after them are near
 * @returns as many, and up to ten; fewer when the matrix is smaller
 * @see Golub, Van Loan, "Matrix Computations", 4th edition 2013, §8.2.4 and §8.5
 */
export function largestEigenpairs(matrix: Float64Array, size: number, wanted: number): readonly EigenPair[] {
  const width = Math.min(size, BLOCK);
  if (width === 0) return [];
  const random = createRandom(1);
  let block: readonly Float64Array[] = Array.from({ length: width }, () =>
    Float64Array.from({ length: size }, () => random.next() - 0.5),
  );
  let values: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    orthonormalise(block);
    const images = multiply(matrix, block);
    const small = new Float64Array(width * width);
    for (let i = 0; i < width; i += 1)
      for (let j = 0; j < width; j += 1) small[i * width + j] = dot(at(block, i), at(images, j));
    symmetrise(small, width);
    const turned = jacobi(small, width);
    values = turned.map(({ value }) => value);
    const ritz = turned.map(({ vector }) => combine(block, vector));
    const next = turned.map(({ vector }) => combine(images, vector));
    const scale = Math.max(...values, 0);
    const settled = ritz
      .slice(0, wanted)
      .every((vector, index) => residual(at(next, index), vector, values[index] ?? 0) <= PRECISION * scale);
    block = ritz;
    if (settled || scale === 0) break;
    block = next;
  }
  orthonormalise(block);
  return block.map((vector, index) => ({ value: Math.max(0, values[index] ?? 0), vector }));
}

const at = (block: readonly Float64Array[], index: number): Float64Array => block[index] ?? new Float64Array();

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** The matrix times each vector. */
function multiply(matrix: Float64Array, block: readonly Float64Array[]): readonly Float64Array[] {
  return block.map((vector) => {
    const size = vector.length;
    const image = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      const start = row * size;
      let sum = 0;
      for (let column = 0; column < size; column += 1) sum += (matrix[start + column] ?? 0) * (vector[column] ?? 0);
      image[row] = sum;
    }
    return image;
  });
}

/** Σ share × vector */
function combine(vectors: readonly Float64Array[], shares: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, index) => {
    const share = shares[index] ?? 0;
    for (let place = 0; place < sum.length; place += 1) sum[place] = (sum[place] ?? 0) + share * (vector[place] ?? 0);
  });
  return sum;
}

/** Largest entry of image − value × vector. */
function residual(image: Float64Array, vector: Float64Array, value: number): number {
  let largest = 0;
  for (let index = 0; index < image.length; index += 1)
    largest = Math.max(largest, Math.abs((image[index] ?? 0) - value * (vector[index] ?? 0)));
  return largest;
}

function symmetrise(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < i; j += 1) {
      const mean = ((matrix[i * size + j] ?? 0) + (matrix[j * size + i] ?? 0)) / 2;
      matrix[i * size + j] = mean;
      matrix[j * size + i] = mean;
    }
}

/** Gram–Schmidt, twice, in place; a vector that lies in the span of those before it becomes 0. */
function orthonormalise(block: readonly Float64Array[]): void {
  block.forEach((vector, index) => {
    const before = Math.sqrt(dot(vector, vector));
    for (let turn = 0; turn < 2; turn += 1)
      for (const other of block.slice(0, index)) {
        const share = dot(vector, other);
        for (let place = 0; place < vector.length; place += 1)
          vector[place] = (vector[place] ?? 0) - share * (other[place] ?? 0);
      }
    const length = Math.sqrt(dot(vector, vector));
    const scale = length > 1e-12 * before && length > 0 ? 1 / length : 0;
    for (let place = 0; place < vector.length; place += 1) vector[place] = (vector[place] ?? 0) * scale;
  });
}

/** All eigenvalues of a small symmetric matrix, largest first, by Jacobi's rotations. */
function jacobi(matrix: Float64Array, size: number): readonly EigenPair[] {
  const vectors = Array.from({ length: size }, (_, row) =>
    Float64Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)),
  );
  const get = (i: number, j: number) => matrix[i * size + j] ?? 0;
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) {
        if (Math.abs(get(p, q)) <= 1e-17 * Math.sqrt(Math.abs(get(p, p) * get(q, q)))) continue;
        off += 1;
        rotate(matrix, size, vectors, p, q);
      }
    if (off === 0) break;
  }
  return vectors.map((vector, index) => ({ value: get(index, index), vector })).toSorted((a, b) => b.value - a.value);
}

/** One rotation that makes entry (p, q) vanish; `vectors[i]` is the i-th eigenvector. */
function rotate(matrix: Float64Array, size: number, vectors: readonly Float64Array[], p: number, q: number): void {
  const get = (i: number, j: number) => matrix[i * size + j] ?? 0;
  const theta = (get(q, q) - get(p, p)) / (2 * get(p, q));
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k += 1) {
    const [kp, kq] = [get(k, p), get(k, q)];
    matrix[k * size + p] = cosine * kp - sine * kq;
    matrix[k * size + q] = sine * kp + cosine * kq;
  }
  for (let k = 0; k < size; k += 1) {
    const [pk, qk] = [get(p, k), get(q, k)];
    matrix[p * size + k] = cosine * pk - sine * qk;
    matrix[q * size + k] = sine * pk + cosine * qk;
  }
  const [left, right] = [at(vectors, p), at(vectors, q)];
  for (let k = 0; k < size; k += 1) {
    const [kp, kq] = [left[k] ?? 0, right[k] ?? 0];
    left[k] = cosine * kp - sine * kq;
    right[k] = sine * kp + cosine * kq;
  }
}

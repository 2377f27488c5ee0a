/** Who stands above whom, closed under "above what is above": one row of bits for each option. */
export interface Reach {
  isAbove(a: number, b: number): boolean;
  /** Sets a above b, with all that follows from it. */
  lock(a: number, b: number): void;
  copy(): Reach;
  /** Equal for equal orders. */
  readonly key: string;
  /** For each option, how many stand above it in the longest line. */
  depths(): readonly number[];
}

/** Starts with nobody above anybody. */
export function createReach(size: number, from?: Int32Array): Reach {
  const words = Math.max(1, Math.ceil(size / 32));
  const rows = from?.slice() ?? new Int32Array(size * words);
  const isAbove = (a: number, b: number) => (((rows[a * words + (b >>> 5)] ?? 0) >>> (b & 31)) & 1) === 1;
  const lock = (a: number, b: number) => {
    if (isAbove(a, b)) return;
    for (let row = 0; row < size; row += 1) {
      if (row !== a && !isAbove(row, a)) continue;
      for (let word = 0; word < words; word += 1)
        rows[row * words + word] = (rows[row * words + word] ?? 0) | (rows[b * words + word] ?? 0);
      rows[row * words + (b >>> 5)] = (rows[row * words + (b >>> 5)] ?? 0) | (1 << (b & 31));
    }
  };
  const depths = () => {
    const all = Array.from({ length: size }, (_, index) => index);
    const above = all.map((b) => all.filter((a) => isAbove(a, b)));
    // whoever has fewer above stands before those it is above
    const depth = all.map(() => 0);
    for (const b of all.toSorted((x, y) => (above[x]?.length ?? 0) - (above[y]?.length ?? 0)))
      depth[b] = Math.max(-1, ...(above[b] ?? []).map((a) => depth[a] ?? 0)) + 1;
    return depth;
  };
  return {
    isAbove,
    lock,
    copy: () => createReach(size, rows),
    get key() {
      return String.fromCharCode(...new Uint16Array(rows.buffer));
    },
    depths,
  };
}

/** Sizes of the table in px: cells are all alike, so that only those in sight are drawn. */
export interface Geometry {
  readonly cell: readonly [width: number, height: number];
  /** the titles of rows, and of columns */
  readonly head: readonly [width: number, height: number];
  /** the sums at the end of rows, and of columns */
  readonly foot: readonly [width: number, height: number];
  readonly rows: number;
  readonly columns: number;
}
/** The part in sight, in px from the beginning. */
export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
/** A stretch of places, the end not in it. */
export type Stretch = readonly [from: number, to: number];

/** Cells beyond the edge that are drawn too, so that a scroll shows no holes. */
const BEYOND = 4;

/** The rows and columns that can be seen between the frozen margins. */
export function placesInSight(
  { cell, head, foot, rows, columns }: Geometry,
  { left, top, width, height }: Sight,
): { readonly rows: Stretch; readonly columns: Stretch } {
  const stretch = (start: number, room: number, size: number, n: number): Stretch => {
    const from = Math.max(0, Math.min(n, Math.floor(start / size) - BEYOND));
    return [from, Math.max(from, Math.min(n, Math.ceil((start + Math.max(0, room)) / size) + BEYOND))];
  };
  return {
    rows: stretch(top, height - head[1] - foot[1], cell[1], rows),
    columns: stretch(left, width - head[0] - foot[0], cell[0], columns),
  };
}

/** Where to scroll so that a cell stands clear of the margins; the same place when it does already. */
export function scrollTo(
  { cell, head, foot, rows, columns }: Geometry,
  { left, top, width, height }: Sight,
  [row, column]: readonly [row: number, column: number],
): readonly [left: number, top: number] {
  const near = (start: number, room: number, size: number, place: number, n: number): number => {
    // the sums are always in sight
    if (place >= n) return start;
    const begin = place * size;
    return begin < start ? begin : Math.max(start, begin + size - Math.max(size, room));
  };
  return [
    near(left, width - head[0] - foot[0], cell[0], column, columns),
    near(top, height - head[1] - foot[1], cell[1], row, rows),
  ];
}

/** The places of a stretch, and one more wherever it lies: what has the keyboard is never taken away. */
export function placesWith([from, to]: Stretch, one: number, n: number): readonly number[] {
  const places = Array.from({ length: to - from }, (_, i) => from + i);
  if (one >= n || (one >= from && one < to)) return places;
  return one < from ? [one, ...places] : [...places, one];
}

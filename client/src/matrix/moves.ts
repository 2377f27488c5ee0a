/** A way through the table. */
export type Move = "up" | "down" | "left" | "right";
/** A place in the table; the row and the column after the last hold the sums. */
export type Place = readonly [row: number, column: number];

const BY: Readonly<Record<Move, Place>> = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] };
const ARROWS: Readonly<Record<string, Move | undefined>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};
export const matchesMove = (key: string): Move | undefined => ARROWS[key];

const within = (place: number, n: number): number => Math.max(0, Math.min(n - 1, place));
/** One cell further, or as far as the edge. */
export const moveBy = ([row, column]: Place, move: Move, [rows, columns]: Place): Place => [
  within(row + BY[move][0], rows),
  within(column + BY[move][1], columns),
];

/** The part of a `KeyboardEvent` that is looked at. */
type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">;

/**
 * Where a key leads: arrows by one, with Ctrl to the edge; Home and End in the row, with Ctrl in the table; Page keys by a page.
 * @param size the rows and columns there are, sums with them
 * @param page rows that fit at once
 */
export function placeAfter(press: Press, [row, column]: Place, size: Place, page: number): Place | undefined {
  const isCtrl = press.ctrlKey || press.metaKey;
  const last: Place = [size[0] - 1, size[1] - 1];
  const move = matchesMove(press.key);
  if (move !== undefined) {
    const step = isCtrl ? Math.max(...size) : 1;
    return [within(row + BY[move][0] * step, size[0]), within(column + BY[move][1] * step, size[1])];
  }
  switch (press.key) {
    case "Home":
      return isCtrl ? [0, 0] : [row, 0];
    case "End":
      return isCtrl ? last : [row, last[1]];
    case "PageUp":
      return [within(row - page, size[0]), column];
    case "PageDown":
      return [within(row + page, size[0]), column];
    default:
      return undefined;
  }
}

/** The cells between two corners, sums left out: [first, end[ of rows and of columns. */
export function rangeOf(a: Place, b: Place, [rows, columns]: Place): { readonly rows: Place; readonly columns: Place } {
  const between = (x: number, y: number, n: number): Place => [Math.min(x, y, n), Math.min(Math.max(x, y) + 1, n)];
  return { rows: between(a[0], b[0], rows), columns: between(a[1], b[1], columns) };
}

import type { ListedTheme } from "@palabre/shared/terms";
import { hierarchy, treemap } from "d3-hierarchy";

/** Where a theme lies in the picture, in px. */
export interface Tile {
  readonly theme: ListedTheme;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A tile has room for a word, its figure, and the tip of a finger, or it is not drawn. */
const SMALLEST_PX = { width: 52, height: 40 } as const;
const GAP_PX = 3;

/**
 * Themes as tiles that fill a box, their areas by their posts, as near to squares as they go.
 *
 * Those that would be too small are left out, the smallest first: the list has them all.
 * @param themes the largest first
 */
export function layTiles(themes: readonly ListedTheme[], width: number, height: number): readonly Tile[] {
  for (let count = themes.length; count > 0; count -= 1) {
    const tiles = layAll(themes.slice(0, count), width, height);
    if (tiles.every((tile) => tile.width >= SMALLEST_PX.width && tile.height >= SMALLEST_PX.height)) return tiles;
  }
  return [];
}

interface Branch {
  readonly theme?: ListedTheme;
  readonly children?: readonly Branch[];
}
function layAll(themes: readonly ListedTheme[], width: number, height: number): readonly Tile[] {
  const root = hierarchy<Branch>({ children: themes.map((theme) => ({ theme })) }, ({ children }) => children).sum(
    ({ theme }) => theme?.posts ?? 0,
  );
  const laid = treemap<Branch>().size([width, height]).paddingInner(GAP_PX).round(true)(root);
  return laid
    .leaves()
    .flatMap(({ data: { theme }, x0, y0, x1, y1 }) =>
      theme === undefined ? [] : [{ theme, x: x0, y: y0, width: x1 - x0, height: y1 - y0 }],
    );
}

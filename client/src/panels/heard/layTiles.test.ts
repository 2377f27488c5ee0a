import type { ListedTheme, ThemeId } from "@palabre/shared/terms";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layTiles } from "./layTiles.ts";

const theme = (posts: number, index: number): ListedTheme => ({
  id: `theme-${index}` as ThemeId,
  name: `theme ${index}`,
  keyphrases: [],
  posts,
  expectations: 0,
  feelings: { positive: 0, neutral: posts, negative: 0 },
  languages: {},
  firstAt: 0,
  lastAt: 0,
  query: "",
  quotes: [],
  isSuggested: false,
  statement: "",
});

test("[P122] tiles of themes lie in their box, none over another, each large enough to be pressed and as large as it is spoken of", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 40 }),
      fc.integer({ min: 120, max: 1_200 }),
      fc.integer({ min: 90, max: 500 }),
      (counts, width, height) => {
        const themes = counts.toSorted((a, b) => b - a).map(theme);
        const tiles = layTiles(themes, width, height);
        // the largest are there
        expect(tiles.map((tile) => tile.theme)).toEqual(themes.slice(0, tiles.length));
        if (themes.length > 0) expect(tiles.length).toBeGreaterThan(0);
        for (const [i, a] of tiles.entries()) {
          expect(a.width >= 52 && a.height >= 40).toBe(true);
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
          for (const b of tiles.slice(i + 1)) {
            const isApart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(isApart).toBe(true);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
  const [large, small] = layTiles([theme(300, 0), theme(100, 1)], 403, 300);
  expect((large!.width * large!.height) / (small!.width * small!.height)).toBeCloseTo(3, 0);
});

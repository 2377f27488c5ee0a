import { newThemeId, type ThemeId } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepIds } from "./keepIds.ts";

const [a, b, c] = [newThemeId(), newThemeId(), newThemeId()];
const many = (id: ThemeId | undefined, count: number) => Array.from({ length: count }, () => id);

describe("the ids of themes that are found anew", () => {
  it("[L142] stay with what a theme mostly was, the largest overlap first, each once", () => {
    const ids = keepIds([[...many(a, 8), ...many(b, 2)], [...many(a, 5), ...many(undefined, 5)], many(b, 6)], () => c);
    expect(ids).toEqual([a, c, b]);
  });

  it("[L142] go where little of a theme is left in what is found", () => {
    expect(keepIds([[...many(a, 2), ...many(undefined, 20)], many(a, 1), many(undefined, 3)], () => c)).toEqual([
      a,
      c,
      c,
    ]);
    expect(keepIds([[...many(a, 2), ...many(b, 9)], [...many(a, 10)]], () => c)).toEqual([b, a]);
  });

  it("[L142] are given once, whatever was before", () => {
    const id = fc.constantFrom<ThemeId | undefined>(a, b, c, undefined);
    fc.assert(
      fc.property(fc.array(fc.array(id, { maxLength: 12 }), { maxLength: 8 }), (before) => {
        const ids = keepIds(before, newThemeId);
        expect(ids.length).toBe(before.length);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

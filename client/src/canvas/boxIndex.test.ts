import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets, type Box } from "./box.ts";
import { createBoxIndex } from "./boxIndex.ts";

const box = fc.record<Box>({
  x: fc.integer({ min: -9_000, max: 9_000 }),
  y: fc.integer({ min: -9_000, max: 9_000 }),
  // some reach over more squares than are noted one by one
  width: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 20_000 })),
  height: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 20_000 })),
});
const put = fc.tuple(fc.nat(12), fc.option(box, { nil: undefined }));

describe("boxes by the squares that they touch", () => {
  it("[B20] tell what meets a box as if all were asked, whatever came, moved and went before", () => {
    fc.assert(
      fc.property(fc.array(put, { maxLength: 40 }), box, (puts, asked) => {
        const index = createBoxIndex<number>();
        const known = new Map<number, Box>();
        for (const [id, at] of puts) {
          index.put(id, at);
          if (at) known.set(id, at);
          else known.delete(id);
        }
        const found = new Set<number>();
        index.some(asked, (id) => {
          found.add(id);
          return false;
        });
        const all = [...known].filter(([, its]) => meets(its, asked)).map(([id]) => id);
        expect([...found].toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
        expect(new Map(index.entries())).toEqual(known);
        expect(index.some(asked, () => true)).toBe(all.length > 0);
      }),
    );
  });
});

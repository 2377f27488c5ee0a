import fc from "fast-check";
import { expect, it } from "vitest";
import { pairsOf } from "./pairs.ts";

it("[V41] every pair is asked once, and whoever stops early has met every option about equally often", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 15 }), (n) => {
      const options = Array.from({ length: n }, (_, i) => i);
      const pairs = pairsOf(options);
      expect(new Set(pairs.map((pair) => [...pair].sort((a, b) => a - b).join())).size).toBe((n * (n - 1)) / 2);
      expect(pairs.length).toBe((n * (n - 1)) / 2);
      const perRound = Math.floor(n / 2);
      const met = options.map(() => 0);
      for (const [place, pair] of pairs.entries()) {
        for (const option of pair) met[option] = (met[option] ?? 0) + 1;
        if ((place + 1) % perRound === 0) expect(Math.max(...met) - Math.min(...met)).toBeLessThanOrEqual(2);
      }
    }),
  );
});

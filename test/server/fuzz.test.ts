import { describe, expect, it } from "vitest";
import { fuzz } from "../helpers/fuzz.ts";
import { startServer } from "../helpers/startServer.ts";

/** The long run is `npm run proof -- fuzz`; what failed there is pinned here. */
const SEEDS = [1, 2, 1001, Date.now() % 1_000_000];

describe("frames spoilt on their way", () => {
  it.each(SEEDS)(
    "[R8, R9, R10] never reach another, and leave nothing on the board that does not belong there (seed %i)",
    async (seed) => {
      const server = await startServer();
      expect(await fuzz(server, seed, 100)).toEqual([]);
    },
  );
});

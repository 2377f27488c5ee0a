import { describe, expect, it } from "vitest";
import { timeLeft } from "./timeLeft.ts";

describe("the time that is left of a step, on a phone", () => {
  it("[K34] is the server’s, stands still while it is paused, and is none without a timer", () => {
    expect(timeLeft({ endsAt: 100_000 }, 40_000, 5_000)).toBe(55_000);
    expect(timeLeft({ endsAt: 100_000 }, 40_000, Number.NEGATIVE_INFINITY)).toBe(60_000);
    expect(timeLeft({ endsAt: 100_000 }, 200_000, 0)).toBe(0);
    expect(timeLeft({ left: 30_000 }, 900_000, 5_000)).toBe(30_000);
    expect([timeLeft({}, 1, 0), timeLeft({ endsAt: 100_000, isTimeUp: true }, 200_000, 0)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { newPhaseId } from "@palabre/shared/terms";
import { clockWords, newsBetween, newsOf, portionUsed, timeOf, type TimeNews } from "./phaseTime.ts";

const phase = newPhaseId();

describe("the time of a step", () => {
  it("[P90] is what the server's clock leaves until its end; a paused one stands still", () => {
    expect(timeOf({ phase, startedAt: 0 }, 5_000)).toEqual({ type: "none" });
    expect(timeOf({ phase, startedAt: 0, endsAt: 60_000 }, 5_000)).toEqual({ type: "running", leftMs: 55_000 });
    expect(timeOf({ phase, startedAt: 0, endsAt: 60_000 }, 60_000)).toEqual({ type: "up" });
    expect(timeOf({ phase, startedAt: 0, left: 12_000 }, 999_000)).toEqual({ type: "paused", leftMs: 12_000 });
    expect(timeOf({ phase, startedAt: 0, isTimeUp: true }, 1)).toEqual({ type: "up" });
  });

  it("[P90] closes its ring from nothing to all, however many minutes were added", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_440 }), fc.integer({ min: 0, max: 200_000_000 }), (minutes, leftMs) => {
        const used = portionUsed({ type: "running", leftMs }, minutes);
        expect(used).toBeGreaterThanOrEqual(0);
        expect(used).toBeLessThanOrEqual(1);
      }),
    );
    expect(portionUsed({ type: "paused", leftMs: 150_000 }, 10)).toBe(0.75);
    expect(portionUsed({ type: "up" }, 10)).toBe(1);
    expect(portionUsed({ type: "none" }, undefined)).toBe(0);
  });

  it("[P90] is written as a clock that shows each second until it is over", () => {
    const asked = [462_000, 461_001, 1, 0, 3_900_000, 599_000];
    expect(asked.map(clockWords)).toEqual(["07:42", "07:42", "00:01", "00:00", "1:05:00", "09:59"]);
  });
});

describe("what is said of the time", () => {
  it("[P91] is said at half, one minute, ten seconds and the end, once each, however the clock is read", () => {
    const steps = fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1_000, maxLength: 1_000 });
    fc.assert(
      fc.property(steps, (read) => {
        const said: TimeNews[] = [];
        let left = 600_000;
        for (const by of [...read, 600_000]) {
          const news = newsBetween(left, Math.max(0, left - by), 10);
          left = Math.max(0, left - by);
          if (news) said.push(news);
          // none is out of turn, and none is said twice
          expect(said).toEqual((["half", "minute", "seconds", "up"] as const).filter((one) => said.includes(one)));
        }
        expect(said.at(-1)).toBe("up");
      }),
      { numRuns: 30 },
    );
  });

  it("[P91] is the last of the moments that a sleeping page missed, and no half of a step of three minutes", () => {
    expect(newsBetween(500_000, 4_000, 10)).toBe("seconds");
    expect(newsBetween(500_000, 0, 10)).toBe("up");
    expect(newsBetween(100_000, 80_000, 3)).toBeUndefined();
    expect(newsBetween(301_000, 300_000, 10)).toBe("half");
    expect(newsBetween(61_000, 60_000, undefined)).toBe("minute");
    // nor does what was set anew, stood still, or was not read
    const half = { leftMs: 301_000, endsAt: 700_000 };
    expect(newsOf(half, { leftMs: 299_000, endsAt: 700_000 }, 10)).toBe("half");
    expect(newsOf(half, { leftMs: 299_000, endsAt: 900_000 }, 10)).toBeUndefined();
    expect(newsOf(half, undefined, 10)).toBeUndefined();
    expect(newsOf(undefined, half, 10)).toBeUndefined();
    // minutes that are added say nothing
    expect(newsBetween(30_000, 90_000, 10)).toBeUndefined();
  });
});

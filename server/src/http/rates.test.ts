import { createRandom } from "@palabre/shared/analysis/statistics";
import { describe, expect, it } from "vitest";
import { createRate } from "./rates.ts";

describe("rates", () => {
  it("[A16] a burst passes up to a minute's worth, then as much as time brings back", () => {
    let time = 0;
    const rate = createRate(3, () => time);
    const takes = (key: string, times: number) => Array.from({ length: times }, () => rate.take(key));
    expect(takes("a", 5)).toEqual([true, true, true, false, false]);
    expect(takes("b", 1)).toEqual([true]);
    time += 20_000;
    expect(takes("a", 2)).toEqual([true, false]);
    time += 10 * 60_000;
    expect(takes("a", 4)).toEqual([true, true, true, false]);
  });

  it("[A38] a clock that is set back locks nobody out: what was left is there, and comes back as fast", () => {
    let time = 3_600_000;
    const rate = createRate(3, () => time);
    expect([rate.take("a"), rate.take("b"), rate.take("b"), rate.take("b")]).toEqual([true, true, true, true]);
    time = 0;
    expect([rate.take("a"), rate.take("a"), rate.take("a")]).toEqual([true, true, false]);
    // who is only looked at waits no longer than who takes
    expect(rate.has("b")).toBe(false);
    time += 20_000;
    expect([rate.has("a"), rate.has("b")]).toEqual([true, true]);
  });

  it("[A16] what is forgotten of a key gives it nothing that time had not given back", () => {
    const random = createRandom(7);
    let time = 0;
    const rate = createRate(5, () => time);
    const remembered = new Map<string, { tokens: number; at: number }>();
    for (let step = 0; step < 5_000; step += 1) {
      time += random.next() < 0.1 ? random.next() * 90_000 : random.next() * 3_000;
      const key = `key ${Math.floor(random.next() * 6)}`;
      const { tokens: left, at } = remembered.get(key) ?? { tokens: 5, at: 0 };
      const tokens = Math.min(5, left + ((time - at) / 60_000) * 5);
      remembered.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: time });
      expect(rate.take(key), `step ${step}`).toBe(tokens >= 1);
    }
  });
});

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
});

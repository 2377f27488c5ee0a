import { describe, expect, it } from "vitest";
import { Bucket } from "./bucket.ts";

describe("Bucket", () => {
  it("[R51] lets a burst through, then asks to wait for as long as it takes to earn what was spent", () => {
    let time = 1_000;
    const bucket = new Bucket({ perSecond: 60, burst: 600 }, () => time);
    for (let sent = 0; sent < 600; sent += 1) expect(bucket.pay(1)).toBe(0);
    expect(bucket.pay(1)).toBe(17);
    expect(bucket.pay(5)).toBe(100);
    time += 50;
    expect(bucket.pay(0)).toBe(50);
    time += 50;
    expect(bucket.pay(0)).toBe(0);
    // it never holds more than a burst, and a clock set back takes nothing away
    time += 3_600_000;
    expect(bucket.pay(600)).toBe(0);
    time -= 3_600_000;
    expect(bucket.pay(60)).toBe(1_000);
    time += 1_000;
    expect(bucket.pay(0)).toBe(0);
  });
});

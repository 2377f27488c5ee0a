import { describe, expect, it } from "vitest";
import { fromDay, toDay } from "./pieces/index.ts";
import { isWebAddress } from "./pieces/index.ts";

describe("what fields hold", () => {
  it("[P10] a day stays the same day out and in", () => {
    expect([toDay(fromDay("2026-03-29") ?? 0), toDay(fromDay("2026-10-25") ?? 0), fromDay("")]).toEqual([
      "2026-03-29",
      "2026-10-25",
      undefined,
    ]);
  });
  it("[P10] only the web's own addresses can be followed", () => {
    const addresses = [
      "https://a.example/x",
      "http://a.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "b/c",
      "",
      undefined,
    ];
    expect(addresses.map(isWebAddress)).toEqual([true, true, false, false, false, false, false]);
  });
});

import { expect, it } from "vitest";
import { createLatencies } from "./latencies.ts";

it("[U2] quantiles are those of the newest commits, by nearest rank, and nothing before the first", () => {
  const latencies = createLatencies(4);
  expect(latencies.quantile(0.5)).toBeUndefined();
  for (const ms of [1_000, 40, 10, 30, 20]) latencies.add(ms);
  // 10 20 30 40: the first is forgotten
  expect([0, 0.5, 0.51, 0.95, 1].map((share) => latencies.quantile(share))).toEqual([10, 20, 30, 40, 40]);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { toDay } from "../pieces/index.ts";
import { linesOf, morningOf } from "./lines.ts";

it("[V63] reasons are the lines that say something; a day comes back as it was chosen", () => {
  expect(linesOf("Near\n\n  Cheap  \n \n")).toEqual(["Near", "Cheap"]);
  expect(linesOf("a".repeat(600))[0]?.length).toBe(500);
  expect(linesOf("x\n".repeat(30)).length).toBe(20);
  expect([morningOf(""), morningOf("soon")]).toEqual([undefined, undefined]);
  fc.assert(
    fc.property(fc.date({ min: new Date(1971, 0, 2), max: new Date(2100, 0, 1), noInvalidDate: true }), (date) => {
      const day = toDay(date.getTime());
      expect(toDay(morningOf(day) ?? 0)).toBe(day);
    }),
  );
});

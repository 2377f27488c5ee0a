import { expect, test } from "vitest";
import { betweenDays, isDay, narrowedBy, plainFilter, toPostQuery } from "./postFilter.ts";

test("[P120] what narrows nothing is not asked; days are counted back from now", () => {
  expect(narrowedBy({})).toEqual([]);
  expect(narrowedBy({ query: "", kind: undefined })).toEqual([]);
  expect(narrowedBy({ days: 7, query: "soir", kind: "problem" })).toEqual(["query", "kind", "days"]);
  expect(plainFilter({ feeling: undefined, query: "", language: "fr" })).toEqual({ language: "fr" });
  expect(toPostQuery({ days: 1, language: "fr" }, 86_400_000 + 5)).toEqual({ language: "fr", from: 5 });
  expect(toPostQuery({ query: "soir AND nuit" }, 5)).toEqual({ query: "soir AND nuit" });
});

test("[P120] two days are asked with all their hours, on the days of the clock's change too", () => {
  const at = (text: string) => new Date(text).getTime();
  for (const [first, last, next] of [
    ["2026-03-28", "2026-03-29", "2026-03-30"],
    ["2026-10-25", "2026-10-25", "2026-10-26"],
    ["2026-12-31", "2026-12-31", "2027-01-01"],
  ] as const) {
    const filter = betweenDays({ days: 7, kind: "wish" }, first, last);
    expect(plainFilter(filter)).toEqual({ kind: "wish", from: at(`${first}T00:00`), to: at(`${next}T00:00`) });
  }
  expect(plainFilter(betweenDays({}, "", "2026-13-45"))).toEqual({});
});

test("[P120] a day whose year is being typed is none until it is", () => {
  const typed = ["0002-12-12", "0020-12-12", "0202-12-12", "2027-12-12"];
  expect(typed.map(isDay)).toEqual([false, false, false, true]);
  expect(["", "2026-13-45"].some(isDay)).toBe(false);
});

import { expect, test } from "vitest";
import { narrowedBy, plainFilter, toPostQuery } from "./postFilter.ts";

test("[P120] what narrows nothing is not asked; days are counted back from now", () => {
  expect(narrowedBy({})).toEqual([]);
  expect(narrowedBy({ query: "", kind: undefined })).toEqual([]);
  expect(narrowedBy({ days: 7, query: "soir", kind: "problem" })).toEqual(["query", "kind", "days"]);
  expect(plainFilter({ feeling: undefined, query: "", language: "fr" })).toEqual({ language: "fr" });
  expect(toPostQuery({ days: 1, language: "fr" }, 86_400_000 + 5)).toEqual({ language: "fr", from: 5 });
  expect(toPostQuery({ query: "soir AND nuit" }, 5)).toEqual({ query: "soir AND nuit" });
});

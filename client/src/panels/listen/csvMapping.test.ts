import { CSV_MEANINGS, csvColumnsSchema, type CsvColumns } from "@palabre/shared/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReadable, meaningAt, sampledPosts, withMeaning } from "./csvMapping.ts";

const place = fc.integer({ min: 0, max: 20 });
const meaning = fc.option(fc.constantFrom(...CSV_MEANINGS), { nil: undefined });

describe("what the columns of a file hold", () => {
  it("[P107] each column one thing and each thing in one column, whatever is chosen after each other", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, meaning)), (choices) => {
        let columns: CsvColumns = {};
        for (const [at, chosen] of choices) {
          columns = withMeaning(columns, at, chosen);
          expect(meaningAt(columns, at)).toBe(chosen);
          const places = Object.values(columns);
          expect(places).toEqual([...new Set(places)]);
          expect(isReadable(columns)).toBe(csvColumnsSchema.safeParse(columns).success);
        }
      }),
    );
  });
  it("[P107] a choice leaves the other columns as they are", () => {
    expect(withMeaning({ text: 1, date: 0, url: 2 }, 3, "author")).toEqual({ text: 1, date: 0, url: 2, author: 3 });
    expect(withMeaning({ text: 1, date: 0 }, 2, "text")).toEqual({ text: 2, date: 0 });
    expect(withMeaning({ text: 1, date: 0 }, 1, undefined)).toEqual({ date: 0 });
  });
  it("[P107] the first posts are shown as they will be read", () => {
    const preview = {
      separator: ";",
      header: ["Le", "Avis", "Qui"],
      rows: [
        ["2026-01-02", "Trop long"],
        ["2026-01-03", "Bien", "Ana"],
      ],
      columns: {},
      isRemembered: false,
    };
    expect(sampledPosts(preview, { date: 0, text: 1, author: 2 }, 2)).toEqual([
      { date: "2026-01-02", text: "Trop long", title: "", author: "" },
      { date: "2026-01-03", text: "Bien", title: "", author: "Ana" },
    ]);
  });
});

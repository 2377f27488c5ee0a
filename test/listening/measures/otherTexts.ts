import { readExpectation } from "@palabre/shared/listening/classify";
import { z } from "zod";
import { defineMeasure, label, type Measure } from "../measure.ts";
import { f1Of } from "../scores.ts";

const post = { text: z.string(), lang: z.string().default("") };

/**
 * Suggestions of a forum: a suggestion is the kind of expectation that asks, and what only reports a problem is labelled as none. So the first
 * figure takes what asks; the second takes all that is expected, reported problems too.
 */
export const suggestion: Measure = defineMeasure({ ...post, suggestion: label }, (rows) => {
  const read = rows.map((row) => ({ so: row.suggestion, ...readExpectation(row.text, row.lang, { kind: "topic" }) }));
  const expected = read.map(({ leansToExpectation, so }) => ({ said: leansToExpectation, so }));
  const asked = read.map(({ asks, so }) => ({ said: asks, so }));
  return [
    { measure: "expectation-F1", value: f1Of(asked, true), n: rows.length },
    { measure: "any-expectation-F1", value: f1Of(expected, true), n: rows.length },
  ];
});

/** Complaints to brands, as expectations. */
export const complaint: Measure = defineMeasure({ ...post, complaint: label }, (rows) => [
  {
    measure: "expectation-F1",
    value: f1Of(
      rows.map((row) => ({
        said: readExpectation(row.text, row.lang, { kind: "post" }).leansToExpectation,
        so: row.complaint,
      })),
      true,
    ),
    n: rows.length,
  },
]);

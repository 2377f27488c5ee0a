import { readExpectation, type ExpectationReading } from "@palabre/shared/listening/classify";
import { z } from "zod";
import { defineMeasure, label, type Figure, type Measure } from "../measure.ts";
import { f1Of, groupBy, type Answer } from "../scores.ts";

const post = {
  text: z.string(),
  lang: z.string().default(""),
  stars: z.number().nullable().default(null),
  app: z.string().optional(),
};

/** A file that names apps or stars holds reviews. */
const read = (row: {
  text: string;
  lang: string;
  stars: number | null;
  app?: string | undefined;
}): ExpectationReading =>
  readExpectation(row.text, row.lang, {
    kind: row.stars !== null || row.app !== undefined ? "review" : "post",
    stars: row.stars,
  });

function perLanguage<Row extends { readonly lang: string }>(
  measure: string,
  rows: readonly Row[],
  answer: (row: Row) => Answer<boolean>,
): readonly Figure[] {
  return groupBy(rows, ({ lang }) => lang).map(([lang, group]) => ({
    measure: `${measure}-${lang}`,
    value: f1Of(group.map(answer), true),
    n: group.length,
  }));
}

/** A feature request or a problem is an expectation; *unsure* counts as what is more likely. */
export const expectation: Measure = defineMeasure({ ...post, feature_request: label, problem_report: label }, (rows) =>
  perLanguage("expectation-F1", rows, (row) => ({
    said: read(row).leansToExpectation,
    so: row.feature_request || row.problem_report,
  })),
);

export const request: Measure = defineMeasure({ ...post, feature_request: label }, (rows) =>
  perLanguage("feature-request-F1", rows, (row) => ({ said: read(row).asks, so: row.feature_request })),
);

export const problem: Measure = defineMeasure({ ...post, problem_report: label }, (rows) =>
  perLanguage("problem-F1", rows, (row) => ({ said: read(row).reports, so: row.problem_report })),
);

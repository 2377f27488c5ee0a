/** One line of the page of scores. */
export interface Row {
  readonly measure: string;
  readonly figure: string;
  /** the figures of the guide, where it has any */
  readonly now: string;
  readonly goal: string;
}

/** The page that says what the weights score. */
export const toPage = (rows: readonly Row[]): string => `# What the reading of posts scores

Written by \`npm run train:listening -- <folder>\`; from what and with which seed it learnt is in \`shared/src/listening/classify/weights.json\`.

Every figure is on posts that the model did not learn from: five folds in which near-copies stay together, for *unseen app* a fold an app (the
posts written for the project teach in all). Models are pruned and rounded as they ship. Calibration and thresholds (two numbers a question and kind
of source, and what stars add) are fitted on the same unseen posts, which flatters by a few tenths. *Now* is what was best before, *goal* what is wanted.
The text alone is read unless *with stars* is said: reviews come with the stars of their writer, other posts don't.

| measure | here | now | goal |
| --- | --- | --- | --- |
${rows.map(({ measure, figure, now, goal }) => `| ${measure} | ${figure} | ${now} | ${goal} |`).join("\n")}

\`npm run listening\` on the files that taught says more than this, since they are known by heart: believe this page.

**Forum suggestions** are labelled for proposals only, a reported problem is none: the first figure asks whether a post is taken for a request, the second whether it
is taken for anything expected. These posts taught nothing (their licence forbids it). **French posts other than reviews** are unmeasured: no labelled set was found.
`;

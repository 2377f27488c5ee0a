/** The kinds by their silhouette, round their own centre, as the tree and the templates draw them: outlines of about 56 × 30. */
export const OUTLINES = {
  expectation: "M-20-14h40a8 8 0 0 1 8 8v12a8 8 0 0 1-8 8H-8l-10 9 1-9h-3a8 8 0 0 1-8-8v-12a8 8 0 0 1 8-8Z",
  factor: "M-16-15H16L27 0 16 15H-16L-27 0Z",
  strategy: "M-24 22V-15H27L20 0 27 14H-24",
} as const;
export type Outlined = keyof typeof OUTLINES;

/** Templates that a board can be made from, in the order in which they are shown; what they hold is `facilitation/library`. */
export const TEMPLATES = [
  "expectations",
  "factors",
  "effects",
  "pulse",
  "social-media",
  "negative-comments",
  "social-return",
  "composition",
  "blank",
  "repair-cafe",
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

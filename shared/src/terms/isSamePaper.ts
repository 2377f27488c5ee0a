import type { Paper } from "./paper.ts";

/** Whether two papers answer the same, in whatever order the answers were written. */
export const isSamePaper = (one: Paper, other: Paper): boolean =>
  JSON.stringify(one, byKey) === JSON.stringify(other, byKey);

const byKey = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

import { LIMITS } from "@palabre/shared/terms";

/** One reason a line; empty lines are none, and what is too long or too much is cut. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim().slice(0, LIMITS.reasonLength).trim())
    .filter((line) => line !== "")
    .slice(0, LIMITS.reasonsPerSide);

/** Nine in the morning: a group is told of it when it works. */
const HOUR = 9;

/** The morning of a day as its field has it, "2027-03-01", as a moment of the reader's own time zone; undefined for none. */
export function morningOf(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(Number(year), Number(month) - 1, Number(date), HOUR).getTime();
  return Number.isNaN(at) || at < 0 ? undefined : at;
}

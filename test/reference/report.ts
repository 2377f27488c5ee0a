import type { Outcome } from "./runCase.ts";

/** How many differences of a case are said. */
const SAID = 5;

const passes = ({ differences }: Outcome): boolean => differences.length === 0;

/** A case in one line: its name, pass or fail, how far off the farthest number is, and what differs. */
function lineOf(outcome: Outcome): string {
  const { name, largest, differences } = outcome;
  const off = largest === undefined ? "" : `, largest difference ${largest === 0 ? "0" : largest.toPrecision(2)}`;
  if (passes(outcome)) return `${name}: pass${off}`;
  const more = differences.length > SAID ? `; and ${differences.length - SAID} more` : "";
  return `${name}: fail${off}: ${differences.slice(0, SAID).join("; ")}${more}`;
}

/** A line a case, and a closing one. */
export function reportOf(outcomes: readonly Outcome[]): { readonly text: string; readonly holds: boolean } {
  const passed = outcomes.filter(passes).length;
  const failed = outcomes.length - passed;
  return {
    text: [...outcomes.map(lineOf), `${passed} passed, ${failed} failed`].join("\n"),
    holds: passed > 0 && failed === 0,
  };
}

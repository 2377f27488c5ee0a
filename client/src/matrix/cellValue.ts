import { STRENGTHS, type Link, type Polarity, type Strength } from "@palabre/shared/terms";

/** What one cell says: sign and strength in one number, −3 to 3; 0 is no link. */
export type CellValue = -3 | -2 | -1 | 0 | 1 | 2 | 3;
export const CELL_VALUES: readonly CellValue[] = [-3, -2, -1, 0, 1, 2, 3];

export const valueOf = ({ polarity, strength }: Pick<Link, "polarity" | "strength">): CellValue =>
  (polarity === "+" ? strength : -strength) as CellValue;

/** The sign and strength of a number; undefined for 0. */
export function linkOfValue(
  value: CellValue,
): { readonly polarity: Polarity; readonly strength: Strength } | undefined {
  const strength = STRENGTHS.find((each) => each === Math.abs(value));
  return strength && { polarity: value > 0 ? "+" : "-", strength };
}

/**
 * Reads what was typed or pasted: −3 to 3 with or without its sign, any dash for a minus, nothing for 0; spaces around it don't count.
 * @returns undefined for anything else: a number is never rounded into another
 */
export function parseCell(text: string): CellValue | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace(/^[\u2212\u2013\u2011]/, "-");
  if (plain === "") return 0;
  const found = /^([+-]?)([0-3])(?:[.,]0*)?$/.exec(plain);
  if (!found) return undefined;
  const size = Number(found[2]);
  return CELL_VALUES.find((value) => value === (found[1] === "-" ? 0 - size : size));
}

/** As a spreadsheet reads it: a plain minus, and nothing for no link. */
export const plainCell = (value: CellValue): string => (value === 0 ? "" : String(value));

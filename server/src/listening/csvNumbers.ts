/** Spaces and apostrophes between thousands, as French, English, Swiss and spreadsheets write them. */
const SIGNS = /[\s\u00A0\u2009\u202F'’]/g;
/** Thousands parted by one sign all through, and nothing but zeros after a decimal sign, as tables of numbers are exported. */
const PARTED =
  /^\d{1,3}(?:(?:,\d{3})+(?:\.0{1,2})?|(?:\.\d{3})+(?:,0{1,2})?|(?:[\s\u00A0\u2009\u202F]\d{3})+|(?:['’]\d{3})+)$/;
const PLAIN = /^(\d+)(?:[.,]0{1,2})?$/;
/** "1.2k", "3 M", as platforms show what is many. */
const SHORTENED = /^(\d{1,4})(?:[.,](\d{1,3}))?[\s\u00A0\u202F]?([kKmM])$/;

/**
 * A count as a row may write it: a whole number, in French or English.
 * @returns undefined for what is no count
 */
export function toCount(written: string): number | undefined {
  const count = readCount(written);
  return count !== undefined && Number.isSafeInteger(count) ? count : undefined;
}

function readCount(written: string): number | undefined {
  const [, whole] = PLAIN.exec(written) ?? [];
  if (whole !== undefined) return Number(whole);
  if (PARTED.test(written)) {
    const [digits = ""] = written.split(/[.,]0{1,2}$/);
    return Number(digits.replaceAll(SIGNS, "").replaceAll(/[.,]/g, ""));
  }
  const [, units, part = "", letter] = SHORTENED.exec(written) ?? [];
  if (units === undefined || letter === undefined) return undefined;
  return Number(units + part.padEnd(3, "0")) * (letter.toLowerCase() === "k" ? 1 : 1_000);
}

/** A number with a decimal point or comma; undefined for what is none. */
export function toNumber(written: string): number | undefined {
  const plain = written.replaceAll(SIGNS, "").replace(",", ".");
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

import { readDate } from "./csvDates.ts";

/** Longer ones are no dates, and not worth a look. */
const MAX_LENGTH = 100;
/** A clock with its zone at the end, as the engine knows them. */
const WITH_ZONE =
  /\d:\d{2}(?:[:.]\d+)*\s?(?:[ap]m)?\s?(?:z|(?:utc?|gmt)(?:[+-]\d{2}:?\d{2})?|[ecmp][sd]t|[+-]\d{2}:?\d{2})$/i;
/** The short forms of W3CDTF, which begin in UTC everywhere. */
const YEAR_OR_MONTH = /^\d{4}(?:-\d{2})?$/;

/**
 * The time that a feed gives an item. It should be RFC 822 or ISO 8601 and is often neither: so it is read as the dates of
 * files are, in French too, and in UTC where it names no zone.
 *
 * What remains is left to the engine where that gives the same on every machine: a time without a zone it would read by
 * the server's own. 05/03/2024 is in March; 03/13/2024, which can't be otherwise, too.
 * @returns epoch milliseconds, undefined for what is no date
 */
export function readFeedDate(text: string | undefined): number | undefined {
  const written = text?.trim() ?? "";
  if (written.length > MAX_LENGTH) return undefined;
  const read = readDate(written, "day-first") ?? readDate(written, "month-first");
  if (read !== undefined) return read;
  const at = WITH_ZONE.test(written) || YEAR_OR_MONTH.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

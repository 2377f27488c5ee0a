/** Seconds to wait, from a Retry-After header: a number of them, or a date. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1_000);
  return seconds > 0 ? seconds : undefined;
}

/** Prefixes of the headers by which hosts tell how much may still be asked; none of them is a standard yet. */
const PREFIXES = ["x-ratelimit-", "ratelimit-", "x-rate-limit-"];
/** Above it a reset is a moment in seconds since 1970, below it a number of seconds. */
const MOMENT = 1_000_000_000;

/** How many seconds a host asks to be left alone: by Retry-After, or because nothing is left of what may be asked. 0 = it doesn't. */
export function askedPause(header: (name: string) => string | undefined, now: number): number {
  const retryAfter = readRetryAfter(header("retry-after"), now);
  if (retryAfter !== undefined) return retryAfter;
  for (const prefix of PREFIXES) {
    const left = header(`${prefix}remaining`);
    if (left === undefined || left.trim() === "" || Number(left) > 0) continue;
    return secondsUntil(header(`${prefix}reset`) ?? "", now);
  }
  return 0;
}

/** A reset is written as a moment in seconds, as a number of seconds, or as a date. */
function secondsUntil(reset: string, now: number): number {
  const written = /^\s*\d+(?:\.\d+)?\s*$/.test(reset) ? Number(reset) : Date.parse(reset) / 1_000;
  const seconds = written > 0 && written < MOMENT ? written : written - now / 1_000;
  return seconds > 0 ? Math.ceil(seconds) : 0;
}

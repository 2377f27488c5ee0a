const HOUR_MS = 3_600_000;
/** How old a post is each time it is asked for again: most happens early, little after a week. */
const AGES_MS = [1, 6, 24, 3 * 24, 7 * 24].map((hours) => hours * HOUR_MS);

/** When a post of this time is to be asked for again; undefined once it is too old. */
export const recountAfter = (at: number, now: number): number | undefined =>
  AGES_MS.map((age) => at + age).find((moment) => moment > now);

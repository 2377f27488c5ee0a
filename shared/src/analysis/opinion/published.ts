/** Nothing that people wrote on papers is published for fewer of them. */
export const PUBLISHED_FROM = 5;

/** Too few people to say anything: how many there are, and how many it takes. */
export interface Insufficient {
  readonly state: "insufficient";
  readonly n: number;
  readonly needs: number;
}

/** Enough people, but the figure doesn't exist for what they said. */
export interface Undefined {
  readonly state: "undefined";
  readonly n: number;
}

/** A figure with its count, or why there is none. */
export type Published<T> = (T & { readonly state: "known"; readonly n: number }) | Insufficient | Undefined;

/**
 * Says a figure when enough people are behind it. It isn't even computed for fewer.
 * @param n people behind it
 * @param compute gives undefined when the figure doesn't exist
 */
export function publish<T extends object>(n: number, needs: number, compute: () => T | undefined): Published<T> {
  if (n < needs) return { state: "insufficient", n, needs };
  const figure = compute();
  return figure === undefined ? { state: "undefined", n } : { ...figure, state: "known", n };
}

import type { Hit } from "./findText.ts";

/** What was gone to, and its place among the hits then; no hit: nothing was found. */
export interface Found {
  readonly hit: Hit | undefined;
  readonly at: number;
}

const indexOf = (hits: readonly Hit[], { hit }: Found): number => hits.findIndex(({ id }) => id === hit?.id);

/** The place among the hits of now; that of what stands there instead, once it holds the text no more. */
export function placeOf(hits: readonly Hit[], found: Found): number {
  const place = indexOf(hits, found);
  return place === -1 ? Math.max(0, Math.min(found.at, hits.length - 1)) : place;
}

/** The place of the next or the previous hit, round the end; from what is no hit any more, of those that stood beside it. */
export function placeBeside(hits: readonly Hit[], found: Found, by: 1 | -1): number {
  const n = hits.length;
  if (n === 0) return 0;
  const place = indexOf(hits, found);
  if (place !== -1) return (place + by + n) % n;
  const gap = Math.min(found.at, n);
  return (by === 1 ? gap : gap - 1 + n) % n;
}
